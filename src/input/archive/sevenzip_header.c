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
    MARK_SUBSTREAMS = 0x08,
    MARK_SIZES = 0x09,
    MARK_CHECKSUMS = 0x0A,
    MARK_FOLDERS = 0x0B,
    MARK_UNPACKED_SIZES = 0x0C,
    MARK_COUNTS = 0x0D,
    MARK_PACKED_HEADER = 0x17
};

enum { CODER_LZMA = 0x030101, CODER_LZMA2 = 0x21, CODER_PPMD = 0x030401, CODER_AES = 0x06F10701 };

/* 7-Zip's own bounds; each number takes a byte at least, which bounds the others. */
enum { MAX_CODERS = 32, MAX_STREAMS = 32 };

/* More than an archive can have, and few enough to be added up. */
#define MAX_MEMBERS (UINT64_C(1) << 40)

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

/* Returns the number of the folder's unpacked streams. */
static uint64_t read_folder(struct header_input *input, struct sevenzip_header *header)
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
    return out_streams;
}

/* Which of several streams have a checksum. */
struct checksums {
    bool have_all;
    const unsigned char *bits; /* unless all have one; NULL: none has */
};

static bool has_checksum(const struct checksums *checksums, uint64_t stream)
{
    return checksums->have_all ||
           (checksums->bits != NULL && (checksums->bits[stream / 8] >> (7 - stream % 8) & 1) != 0);
}

/* Checksums: whether all have one, else a bit for each; and those. */
static struct checksums skip_checksums(struct header_input *input, uint64_t count)
{
    struct checksums checksums = {.have_all = take_byte(input) != 0};
    uint64_t defined = checksums.have_all ? count : 0;
    if (!checksums.have_all)
        checksums.bits = take(input, (count + 7) / 8);
    for (uint64_t i = 0; checksums.bits != NULL && i < count; i++)
        defined += has_checksum(&checksums, i);
    take(input, defined > input->left ? input->left + 1 : 4 * defined);
    return checksums;
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

/* The folders of an archive. */
struct sevenzip_folders {
    uint64_t folders;
    uint64_t streams; /* of all, unpacked */
};

static struct sevenzip_folders read_streams(struct header_input *input,
                                            struct sevenzip_header *header)
{
    struct sevenzip_folders counts = {0};
    unsigned mark = take_byte(input);
    if (mark == MARK_PACK_INFO) {
        read_pack_info(input, header);
        mark = take_byte(input);
    }
    if (mark == MARK_END)
        return counts;
    input->has_failed = input->has_failed || mark != MARK_UNPACK_INFO;
    expect(input, MARK_FOLDERS);
    counts.folders = take_number(input);
    expect(input, 0); /* the folders are here, not elsewhere */
    for (uint64_t i = 0; i < counts.folders && !input->has_failed; i++)
        counts.streams += read_folder(input, header);
    header->is_packed = header->is_packed && counts.folders == 1;
    return counts;
}

/* Skips how the folders' streams are divided into members: the sizes of all but the last of each
 * folder, and the checksums that are not those of a whole folder. */
static void skip_members_of_folders(struct header_input *input, uint64_t folders,
                                    const struct checksums *checksums)
{
    uint64_t sizes = 0;
    uint64_t unchecked = 0;
    unsigned mark = take_byte(input);
    bool has_counts = mark == MARK_COUNTS;
    for (uint64_t i = 0; i < folders && !input->has_failed; i++) {
        uint64_t members = has_counts ? take_number(input) : 1;
        input->has_failed = input->has_failed || members > MAX_MEMBERS;
        sizes += members > 0 ? members - 1 : 0;
        unchecked += members == 1 && has_checksum(checksums, i) ? 0 : members;
    }
    mark = has_counts ? take_byte(input) : mark;
    if (mark == MARK_SIZES) {
        for (uint64_t i = 0; i < sizes && !input->has_failed; i++)
            take_number(input);
        mark = take_byte(input);
    }
    if (mark == MARK_CHECKSUMS) {
        skip_checksums(input, unchecked);
        mark = take_byte(input);
    }
    input->has_failed = input->has_failed || mark != MARK_END;
}

/* Skips what follows the folders, up to the members. */
static void skip_streams(struct header_input *input, struct sevenzip_folders counts)
{
    struct checksums checksums = {0};
    expect(input, MARK_UNPACKED_SIZES);
    for (uint64_t i = 0; i < counts.streams && !input->has_failed; i++)
        take_number(input);
    unsigned mark = take_byte(input);
    if (mark == MARK_CHECKSUMS) {
        checksums = skip_checksums(input, counts.folders);
        mark = take_byte(input);
    }
    input->has_failed = input->has_failed || mark != MARK_END;
    mark = take_byte(input);
    if (mark == MARK_SUBSTREAMS) {
        skip_members_of_folders(input, counts.folders, &checksums);
        mark = take_byte(input);
    }
    input->has_failed = input->has_failed || mark != MARK_END;
}

/* Reads how many members the index names, behind the mark of what comes next. */
static uint64_t read_member_count(struct header_input *input, unsigned mark)
{
    uint64_t members = mark == MARK_FILES ? take_number(input) : 0;
    bool is_known = !input->has_failed && (mark == MARK_FILES || mark == MARK_END);
    return is_known ? members : SEVENZIP_MEMBERS_UNKNOWN;
}

bool sevenzip_header_read(struct span bytes, struct sevenzip_header *header)
{
    struct header_input input = {(const unsigned char *)bytes.bytes, bytes.length, false};
    *header = (struct sevenzip_header){0};
    unsigned kind = take_byte(&input);
    unsigned part = kind == MARK_HEADER ? take_byte(&input) : MARK_END;
    if (kind == MARK_HEADER && (part == MARK_FILES || part == MARK_END)) {
        bool is_known = !input.has_failed;
        header->members = read_member_count(&input, part);
        return is_known;
    }
    if (kind != MARK_PACKED_HEADER && part != MARK_STREAMS)
        return false;
    struct sevenzip_folders counts = read_streams(&input, header);
    if (kind == MARK_HEADER) {
        bool is_known = !input.has_failed;
        header->is_packed = false;
        if (counts.folders > 0)
            skip_streams(&input, counts);
        header->members = read_member_count(&input, take_byte(&input));
        return is_known;
    }
    if (header->is_packed) {
        expect(&input, MARK_UNPACKED_SIZES);
        header->unpacked_bytes = take_number(&input);
    }
    return !input.has_failed && (header->is_packed || header->is_encrypted);
}
