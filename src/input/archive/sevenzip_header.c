#include "input/archive/sevenzip_header.h"

#include <stddef.h>
#include <string.h>

#include "base/little_endian.h"

/* The marks of the parts of a header. */
enum {
    MARK_END = 0x00,
    MARK_HEADER = 0x01,
    MARK_STREAMS = 0x04,
    MARK_FILES = 0x05,
    MARK_PACK_INFO = 0x06,
    MARK_UNPACK_INFO = 0x07,
    MARK_SIZES = 0x09,
    MARK_CHECKSUMS = 0x0A,
    MARK_FOLDERS = 0x0B,
    MARK_UNPACKED_SIZES = 0x0C,
    MARK_PACKED_HEADER = 0x17
};

enum { CODER_LZMA = 0x030101, CODER_LZMA2 = 0x21, CODER_PPMD = 0x030401, CODER_AES = 0x06F10701 };

/* 7-Zip's own bounds; each number takes a byte at least, which bounds the others. */
enum { MAX_CODERS = 32, MAX_STREAMS = 32 };

struct header_input {
    const unsigned char *bytes;
    size_t left;
    bool has_failed; /* then only zeros are read */
};

static const unsigned char *take(struct header_input *input, uint64_t length)
{
    if (input->has_failed || length > input->left) {
        input->has_failed = true;
        return NULL;
    }
    const unsigned char *taken = input->bytes;
    input->bytes += length;
    input->left -= (size_t)length;
    return taken;
}

static unsigned take_byte(struct header_input *input)
{
    const unsigned char *byte = take(input, 1);
    return byte != NULL ? *byte : 0;
}

/* The set bits at the top of the first byte count the bytes that follow; the others are the
 * number's highest. */
static uint64_t take_number(struct header_input *input)
{
    unsigned first = take_byte(input);
    uint64_t number = 0;
    unsigned mask = 0x80;
    unsigned shift = 0;
    for (; (first & mask) != 0; shift += 8, mask >>= 1)
        number |= (uint64_t)take_byte(input) << shift;
    return mask != 0 ? number | (uint64_t)(first & (mask - 1)) << shift : number;
}

static void expect(struct header_input *input, unsigned mark)
{
    if (take_byte(input) != mark)
        input->has_failed = true;
}

static uint64_t lzma2_dictionary(unsigned size)
{
    return size >= 40 ? UINT32_MAX : (uint64_t)(2 | (size & 1)) << (size / 2 + 11);
}

/* Adds what a coder takes; `properties` are `length` bytes. */
static void add_coder(struct sevenzip_header *header, uint64_t id, const unsigned char *properties,
                      uint64_t length, uint64_t *folder_bytes)
{
    header->is_encrypted = header->is_encrypted || id == CODER_AES;
    if ((id == CODER_LZMA || id == CODER_PPMD) && length >= SEVENZIP_LZMA_BYTES)
        *folder_bytes += little_endian_32(properties + 1);
    if (id == CODER_LZMA2 && length >= 1)
        *folder_bytes += lzma2_dictionary(properties[0]);
    bool is_lzma = id == CODER_LZMA && length == SEVENZIP_LZMA_BYTES;
    header->is_lzma2 = id == CODER_LZMA2;
    header->is_packed = is_lzma || header->is_lzma2;
    if (is_lzma)
        memcpy(header->lzma_properties, properties, SEVENZIP_LZMA_BYTES);
}

static void read_folder(struct header_input *input, struct sevenzip_header *header)
{
    enum { ID_BYTES = 0x0F, HAS_STREAM_COUNTS = 0x10, HAS_PROPERTIES = 0x20, IS_UNKNOWN = 0xC0 };
    uint64_t in_streams = 0;
    uint64_t out_streams = 0;
    uint64_t folder_bytes = 0;
    uint64_t coders = take_number(input);
    input->has_failed = input->has_failed || coders == 0 || coders > MAX_CODERS;
    for (uint64_t i = 0; i < coders && !input->has_failed; i++) {
        unsigned flags = take_byte(input);
        uint64_t id = 0;
        for (unsigned j = 0; j < (flags & ID_BYTES); j++)
            id = id << 8 | take_byte(input);
        in_streams += (flags & HAS_STREAM_COUNTS) != 0 ? take_number(input) : 1;
        out_streams += (flags & HAS_STREAM_COUNTS) != 0 ? take_number(input) : 1;
        uint64_t length = (flags & HAS_PROPERTIES) != 0 ? take_number(input) : 0;
        const unsigned char *properties = take(input, length);
        if ((flags & IS_UNKNOWN) != 0 || in_streams > MAX_STREAMS || out_streams > MAX_STREAMS)
            input->has_failed = true;
        if (!input->has_failed)
            add_coder(header, id, properties, length, &folder_bytes);
    }
    header->is_packed = header->is_packed && coders == 1;
    input->has_failed = input->has_failed || out_streams == 0 || in_streams + 1 < out_streams;
    uint64_t packed_streams = input->has_failed ? 0 : in_streams + 1 - out_streams;
    for (uint64_t i = 1; i < out_streams && !input->has_failed; i++) {
        take_number(input);
        take_number(input);
    }
    for (uint64_t i = 0; packed_streams > 1 && i < packed_streams; i++)
        take_number(input);
    if (folder_bytes > header->decoder_bytes)
        header->decoder_bytes = folder_bytes;
}

/* Checksums: whether all have one, else a bit for each; and those. */
static void skip_checksums(struct header_input *input, uint64_t count)
{
    uint64_t defined = count;
    if (take_byte(input) == 0) {
        const unsigned char *bits = take(input, (count + 7) / 8);
        defined = 0;
        for (uint64_t i = 0; bits != NULL && i < count; i++)
            defined += bits[i / 8] >> (7 - i % 8) & 1;
    }
    take(input, 4 * defined);
}

static void read_pack_info(struct header_input *input, struct sevenzip_header *header)
{
    header->packed_offset = take_number(input);
    uint64_t count = take_number(input);
    input->has_failed = input->has_failed || count > input->left;
    for (unsigned mark = take_byte(input); mark != MARK_END && !input->has_failed;
         mark = take_byte(input)) {
        if (mark == MARK_CHECKSUMS) {
            skip_checksums(input, count);
            continue;
        }
        input->has_failed = mark != MARK_SIZES;
        for (uint64_t i = 0; i < count && !input->has_failed; i++) {
            uint64_t size = take_number(input);
            header->packed_bytes = i == 0 ? size : header->packed_bytes;
        }
    }
}

static void read_streams(struct header_input *input, struct sevenzip_header *header)
{
    unsigned mark = take_byte(input);
    if (mark == MARK_PACK_INFO) {
        read_pack_info(input, header);
        mark = take_byte(input);
    }
    if (mark == MARK_END)
        return;
    input->has_failed = input->has_failed || mark != MARK_UNPACK_INFO;
    expect(input, MARK_FOLDERS);
    uint64_t folders = take_number(input);
    expect(input, 0); /* the folders are here, not elsewhere */
    for (uint64_t i = 0; i < folders && !input->has_failed; i++)
        read_folder(input, header);
    header->is_packed = header->is_packed && folders == 1;
}

bool sevenzip_header_read(struct span bytes, struct sevenzip_header *header)
{
    struct header_input input = {(const unsigned char *)bytes.bytes, bytes.length, false};
    *header = (struct sevenzip_header){0};
    unsigned kind = take_byte(&input);
    unsigned part = kind == MARK_HEADER ? take_byte(&input) : MARK_END;
    if (kind == MARK_HEADER && (part == MARK_FILES || part == MARK_END))
        return !input.has_failed;
    if (kind != MARK_PACKED_HEADER && part != MARK_STREAMS)
        return false;
    read_streams(&input, header);
    if (kind == MARK_HEADER) {
        header->is_packed = false;
        return !input.has_failed;
    }
    if (header->is_packed) {
        expect(&input, MARK_UNPACKED_SIZES);
        header->unpacked_bytes = take_number(&input);
    }
    return !input.has_failed && (header->is_packed || header->is_encrypted);
}
