#include "input/archive/sevenzip_decoder.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/little_endian.h"
#include "base/memory.h"
#include "input/archive/sevenzip_header.h"

enum {
    SIGNATURE_BYTES = 32,
    /* The folders and the number of members are at the header's start, before the names: 16 bytes
     * for each of a million members. */
    HEADER_BYTES = 16 * 1024 * 1024,
    LZMA_ALONE_BYTES = 13
};

/* The start of a header as it is, and unpacked if it is packed. */
struct header_buffers {
    unsigned char *packed; /* behind room for the header of .lzma */
    unsigned char *bytes;
    size_t length;
    bool is_whole; /* `length` is that of the header */
};

static size_t at_most(uint64_t length)
{
    return length < HEADER_BYTES ? (size_t)length : HEADER_BYTES;
}

/* Reads up to HEADER_BYTES of `length` bytes at `offset` of the data after the signature, into new
 * memory behind `room` bytes. Returns how many; 0 if there are none or memory fails. */
static size_t read_part(const struct random_access *archive, uint64_t offset, uint64_t length,
                        size_t room, unsigned char **bytes)
{
    uint64_t end = random_access_length(archive);
    if (end < SIGNATURE_BYTES || offset > end - SIGNATURE_BYTES)
        return 0;
    uint64_t left = end - SIGNATURE_BYTES - offset;
    size_t wanted = at_most(length < left ? length : left);
    *bytes = memory_allocate(room + wanted + 1, 1, NULL);
    size_t got = 0;
    ptrdiff_t last = *bytes != NULL;
    while (got < wanted && last > 0) {
        last = random_access_read(archive, SIGNATURE_BYTES + offset + got,
                                  (char *)*bytes + room + got, wanted - got);
        got += last > 0 ? (size_t)last : 0;
    }
    return got;
}

/* Unpacks the start of LZMA data, `length` bytes at `data` in `buffers->packed`, with libarchive,
 * which takes them as an .lzma file. */
static void unpack_lzma(unsigned char *data, size_t length,
                        const unsigned char properties[SEVENZIP_LZMA_BYTES],
                        uint64_t unpacked_bytes, struct header_buffers *buffers)
{
    size_t wanted = at_most(unpacked_bytes);
    unsigned char *start = data - LZMA_ALONE_BYTES;
    memcpy(start, properties, SEVENZIP_LZMA_BYTES);
    little_endian_store_32(start + 5, (uint32_t)unpacked_bytes);
    little_endian_store_32(start + 9, (uint32_t)(unpacked_bytes >> 32));
    struct archive *archive = archive_read_new();
    struct archive_entry *entry = NULL;
    buffers->bytes = memory_allocate(wanted + 1, 1, NULL);
    if (buffers->bytes != NULL && archive != NULL &&
        archive_read_support_format_raw(archive) == ARCHIVE_OK &&
        archive_read_append_filter(archive, ARCHIVE_FILTER_LZMA) == ARCHIVE_OK &&
        archive_read_open_memory(archive, start, LZMA_ALONE_BYTES + length) == ARCHIVE_OK &&
        archive_read_next_header(archive, &entry) == ARCHIVE_OK)
        for (la_ssize_t last = 1; buffers->length < wanted && last > 0;) {
            last = archive_read_data(archive, buffers->bytes + buffers->length,
                                     wanted - buffers->length);
            buffers->length += last > 0 ? (size_t)last : 0;
        }
    archive_read_free(archive);
}

/* Unpacks the first chunk of LZMA2 data, which has more than the folders: LZMA data, after a
 * control byte, sizes and properties, or plain bytes. */
static void unpack_lzma2(struct header_buffers *buffers, size_t length)
{
    enum { CHUNK_BYTES = 6, IS_FIRST = 0xE0, IS_PLAIN = 1, PLAIN_BYTES = 3 };
    unsigned char *data = buffers->packed + LZMA_ALONE_BYTES;
    if (length < CHUNK_BYTES)
        return;
    size_t unpacked_bytes = ((data[0] & 0x1FU) << 16 | (unsigned)data[1] << 8 | data[2]) + 1;
    if (data[0] >= IS_FIRST) {
        unsigned char properties[SEVENZIP_LZMA_BYTES] = {data[5], 0, 0, 0x20, 0}; /* 2 MiB */
        unpack_lzma(data + CHUNK_BYTES, length - CHUNK_BYTES, properties, unpacked_bytes, buffers);
        return;
    }
    unpacked_bytes = ((unsigned)data[1] << 8 | data[2]) + 1;
    if (data[0] != IS_PLAIN || unpacked_bytes > length - PLAIN_BYTES)
        return;
    buffers->bytes = memory_allocate(unpacked_bytes, 1, NULL);
    if (buffers->bytes == NULL)
        return;
    memcpy(buffers->bytes, data + PLAIN_BYTES, unpacked_bytes);
    buffers->length = unpacked_bytes;
}

/* The header is packed itself: unpacks its start, reads that, and adds it to `header`. */
static bool read_packed_header(const struct random_access *archive, struct header_buffers *buffers,
                               struct sevenzip_header *header)
{
    memory_free(buffers->bytes);
    *buffers = (struct header_buffers){0};
    size_t length = read_part(archive, header->packed_offset, header->packed_bytes,
                              LZMA_ALONE_BYTES, &buffers->packed);
    if (length > 0 && header->is_lzma2)
        unpack_lzma2(buffers, length);
    else if (length > 0)
        unpack_lzma(buffers->packed + LZMA_ALONE_BYTES, length, header->lzma_properties,
                    header->unpacked_bytes, buffers);
    buffers->is_whole = buffers->length == header->unpacked_bytes;
    struct sevenzip_header inner;
    bool is_known = sevenzip_header_read(
                        (struct span){(const char *)buffers->bytes, buffers->length}, &inner) &&
                    !inner.is_packed;
    if (inner.decoder_bytes > header->decoder_bytes)
        header->decoder_bytes = inner.decoder_bytes;
    header->members = inner.members;
    return is_known;
}

/* Reads the header as far as its folders and the number of members may go. False if it is cut. */
static bool read_header(const struct random_access *archive, struct header_buffers *buffers)
{
    unsigned char start[SIGNATURE_BYTES];
    if (random_access_read(archive, 0, (char *)start, sizeof start) != sizeof start)
        return false;
    uint64_t wanted = little_endian_64(start + 20);
    buffers->length = read_part(archive, little_endian_64(start + 12), wanted, 0, &buffers->bytes);
    buffers->is_whole = buffers->length == wanted;
    return buffers->length > 0 && (buffers->is_whole || buffers->length == HEADER_BYTES);
}

bool sevenzip_decoder_needs(const struct random_access *archive, struct sevenzip_needs *needs)
{
    struct header_buffers buffers = {0};
    struct sevenzip_header header;
    bool is_known = true;
    *needs = (struct sevenzip_needs){0};
    if (read_header(archive, &buffers)) {
        is_known = sevenzip_header_read((struct span){(const char *)buffers.bytes, buffers.length},
                                        &header);
        if (is_known && header.is_packed && !header.is_encrypted)
            is_known = read_packed_header(archive, &buffers, &header);
        if (is_known && !header.is_encrypted)
            *needs = (struct sevenzip_needs){header.decoder_bytes, header.members};
        if (needs->members == SEVENZIP_MEMBERS_UNKNOWN)
            is_known = !buffers.is_whole;
    }
    memory_free(buffers.packed);
    memory_free(buffers.bytes);
    return is_known;
}
