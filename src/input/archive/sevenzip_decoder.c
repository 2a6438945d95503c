#include "input/archive/sevenzip_decoder.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/little_endian.h"
#include "base/memory.h"
#include "input/archive/sevenzip_header.h"

enum {
    SIGNATURE_BYTES = 32,
    /* The folders are at the header's start: the names of members come later. */
    HEADER_BYTES = 64 * 1024,
    LZMA_ALONE_BYTES = 13
};

struct header_buffer {
    unsigned char packed[LZMA_ALONE_BYTES + HEADER_BYTES]; /* with room for the header of .lzma */
    unsigned char bytes[HEADER_BYTES];
};

/* Reads up to HEADER_BYTES of `length` bytes at `offset` of the data after the signature. */
static size_t read_part(const struct random_access *archive, uint64_t offset, uint64_t length,
                        unsigned char *bytes)
{
    size_t wanted = length < HEADER_BYTES ? (size_t)length : HEADER_BYTES;
    uint64_t end = random_access_length(archive);
    if (end < SIGNATURE_BYTES || offset > end - SIGNATURE_BYTES)
        return 0;
    size_t got = 0;
    ptrdiff_t last = 1;
    while (got < wanted && last > 0) {
        last = random_access_read(archive, SIGNATURE_BYTES + offset + got, (char *)bytes + got,
                                  wanted - got);
        got += last > 0 ? (size_t)last : 0;
    }
    return got;
}

/* Unpacks the start of LZMA data, `length` bytes at `data` in `buffer->packed`, with libarchive,
 * which takes them as an .lzma file. Returns the length of what was unpacked. */
static size_t unpack_lzma(unsigned char *data, size_t length,
                          const unsigned char properties[SEVENZIP_LZMA_BYTES],
                          uint64_t unpacked_bytes, struct header_buffer *buffer)
{
    unsigned char *start = data - LZMA_ALONE_BYTES;
    memcpy(start, properties, SEVENZIP_LZMA_BYTES);
    little_endian_store_32(start + 5, (uint32_t)unpacked_bytes);
    little_endian_store_32(start + 9, (uint32_t)(unpacked_bytes >> 32));
    struct archive *archive = archive_read_new();
    struct archive_entry *entry = NULL;
    size_t got = 0;
    if (archive != NULL && archive_read_support_format_raw(archive) == ARCHIVE_OK &&
        archive_read_append_filter(archive, ARCHIVE_FILTER_LZMA) == ARCHIVE_OK &&
        archive_read_open_memory(archive, start, LZMA_ALONE_BYTES + length) == ARCHIVE_OK &&
        archive_read_next_header(archive, &entry) == ARCHIVE_OK)
        for (la_ssize_t last = 1; got < HEADER_BYTES && last > 0;) {
            last = archive_read_data(archive, buffer->bytes + got, HEADER_BYTES - got);
            got += last > 0 ? (size_t)last : 0;
        }
    archive_read_free(archive);
    return got;
}

/* Unpacks the first chunk of LZMA2 data, which has more than the folders: LZMA data, after a
 * control byte, sizes and properties, or plain bytes. */
static size_t unpack_lzma2(struct header_buffer *buffer, size_t length)
{
    enum { CHUNK_BYTES = 6, IS_FIRST = 0xE0, IS_PLAIN = 1, PLAIN_BYTES = 3 };
    unsigned char *data = buffer->packed + LZMA_ALONE_BYTES;
    if (length < CHUNK_BYTES)
        return 0;
    uint64_t unpacked_bytes = ((data[0] & 0x1FU) << 16 | (unsigned)data[1] << 8 | data[2]) + 1;
    if (data[0] >= IS_FIRST) {
        unsigned char properties[SEVENZIP_LZMA_BYTES] = {data[5], 0, 0, 0x20, 0}; /* 2 MiB */
        return unpack_lzma(data + CHUNK_BYTES, length - CHUNK_BYTES, properties, unpacked_bytes,
                           buffer);
    }
    unpacked_bytes = ((unsigned)data[1] << 8 | data[2]) + 1;
    if (data[0] != IS_PLAIN || unpacked_bytes > length - PLAIN_BYTES)
        return 0;
    memcpy(buffer->bytes, data + PLAIN_BYTES, (size_t)unpacked_bytes);
    return (size_t)unpacked_bytes;
}

/* The header is packed itself: unpacks its start and reads that. */
static bool read_packed_header(const struct random_access *archive, struct header_buffer *buffer,
                               const struct sevenzip_header *header, uint64_t *decoder_bytes)
{
    unsigned char *data = buffer->packed + LZMA_ALONE_BYTES;
    size_t length = read_part(archive, header->packed_offset, header->packed_bytes, data);
    size_t got = header->is_lzma2 ? unpack_lzma2(buffer, length)
                                  : unpack_lzma(data, length, header->lzma_properties,
                                                header->unpacked_bytes, buffer);
    struct sevenzip_header inner;
    bool is_known = sevenzip_header_read((struct span){(const char *)buffer->bytes, got}, &inner) &&
                    !inner.is_packed;
    *decoder_bytes =
        inner.decoder_bytes > header->decoder_bytes ? inner.decoder_bytes : header->decoder_bytes;
    return is_known;
}

/* Reads the header into `buffer` as far as its folders may go. False if it is cut. */
static bool read_header(const struct random_access *archive, struct header_buffer *buffer,
                        size_t *length)
{
    unsigned char start[SIGNATURE_BYTES];
    if (random_access_read(archive, 0, (char *)start, sizeof start) != sizeof start)
        return false;
    uint64_t wanted = little_endian_64(start + 20);
    *length = read_part(archive, little_endian_64(start + 12), wanted, buffer->bytes);
    return *length > 0 && (*length == wanted || *length == HEADER_BYTES);
}

bool sevenzip_decoder_bytes(const struct random_access *archive, uint64_t *decoder_bytes)
{
    struct header_buffer *buffer = memory_allocate(1, sizeof *buffer, NULL);
    struct sevenzip_header header;
    size_t length;
    bool is_known = true;
    *decoder_bytes = 0;
    if (buffer != NULL && read_header(archive, buffer, &length)) {
        is_known =
            sevenzip_header_read((struct span){(const char *)buffer->bytes, length}, &header);
        if (is_known && header.is_packed && !header.is_encrypted)
            is_known = read_packed_header(archive, buffer, &header, decoder_bytes);
        else if (is_known && !header.is_encrypted)
            *decoder_bytes = header.decoder_bytes;
    }
    memory_free(buffer);
    return is_known;
}
