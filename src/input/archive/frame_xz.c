/* Streams of xz: xz-file-format.txt of xz. */
#include <string.h>

#include "input/archive/frame_private.h"

enum { AT_STREAM, AT_BLOCK, IN_BLOCK, IN_INDEX };

enum { STREAM_HEADER_BYTES = 12, FOOTER_BYTES = 12, PADDING_BYTES = 4, INDEX_CRC_BYTES = 4 };

static uint64_t padding_of(uint64_t length)
{
    return -length & (PADDING_BYTES - 1);
}

static void parse_stream(struct frame_filter *filter)
{
    static const unsigned char padding[PADDING_BYTES];
    if (memcmp(filter->header, padding, sizeof padding) == 0) {
        frame_give(filter, 0, PADDING_BYTES);
    } else if (memcmp(filter->header,
                      "\xFD"
                      "7zX",
                      PADDING_BYTES) != 0) {
        frame_end_before_rest(filter);
    } else if (filter->length < STREAM_HEADER_BYTES) {
        filter->wanted = STREAM_HEADER_BYTES;
    } else {
        filter->flags = filter->header[7] & 0xF;
        filter->state = AT_BLOCK;
        filter->has_frames = true;
        frame_give(filter, 0, 1);
    }
}

/* Reads a number of up to 63 bits at `*at` of the header. */
static bool read_number(const struct frame_filter *filter, size_t *at, uint64_t *number)
{
    *number = 0;
    for (unsigned shift = 0; shift < 63 && *at < filter->length; shift += 7) {
        unsigned char byte = filter->header[(*at)++];
        *number |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

static uint64_t dictionary_bytes(unsigned property)
{
    return property >= 40 ? UINT32_MAX : (uint64_t)(2 | (property & 1)) << (property / 2 + 11);
}

/* Sets the size of the dictionary of the last filter of a block. False unless that is LZMA2. */
static bool find_dictionary(const struct frame_filter *filter, uint64_t *size)
{
    enum { LZMA2 = 0x21, HAS_SIZES = 0xC0 };
    unsigned flags = filter->header[1];
    uint64_t number;
    size_t at = 2;
    for (unsigned bit = 0x40; bit <= 0x80; bit <<= 1)
        if ((flags & bit) != 0 && !read_number(filter, &at, &number))
            return false;
    uint64_t id = 0;
    uint64_t property_bytes = 0;
    size_t properties_at = 0;
    for (unsigned i = 0; i <= (flags & 3); i++) {
        if (!read_number(filter, &at, &id) || !read_number(filter, &at, &property_bytes) ||
            property_bytes > filter->length - at)
            return false;
        properties_at = at;
        at += (size_t)property_bytes;
    }
    if (id != LZMA2 || property_bytes != 1)
        return false;
    *size = dictionary_bytes(filter->header[properties_at]);
    return true;
}

static void parse_block(struct frame_filter *filter)
{
    size_t length = ((size_t)filter->header[0] + 1) * 4;
    uint64_t size;
    if (filter->header[0] == 0) {
        filter->state = IN_INDEX;
        filter->packed_bytes = 1;
        filter->numbers_left = 0;
        frame_give(filter, 0, 1);
    } else if (filter->length < length) {
        filter->wanted = length;
    } else if (!find_dictionary(filter, &size)) {
        frame_give_rest(filter);
    } else if (size > filter->max_decoder_bytes) {
        frame_end_too_big(filter);
    } else {
        filter->state = IN_BLOCK;
        filter->packed_bytes = 0;
        frame_give(filter, 0, 1);
    }
}

static uint64_t check_bytes(unsigned check)
{
    static const unsigned char lengths[] = {0,  4,  4,  4,  8,  8,  8,  16,
                                            16, 16, 32, 32, 32, 64, 64, 64};
    return lengths[check];
}

/* A chunk of LZMA2: a control byte, sizes, and the data. */
static void parse_chunk(struct frame_filter *filter)
{
    const unsigned char *header = filter->header;
    unsigned control = header[0];
    bool is_packed = control >= 0x80;
    size_t wanted = is_packed ? 5 + (control >= 0xC0) : 3;
    if (control == 0) {
        filter->state = AT_BLOCK;
        frame_give(filter, padding_of(filter->packed_bytes + 1) + check_bytes(filter->flags), 1);
    } else if (control > 2 && !is_packed) {
        frame_give_rest(filter);
    } else if (filter->length < wanted) {
        filter->wanted = wanted;
    } else {
        size_t at = is_packed ? 3 : 1;
        uint64_t data_bytes = ((uint64_t)header[at] << 8 | header[at + 1]) + 1;
        filter->packed_bytes += wanted + data_bytes;
        frame_give(filter, data_bytes, 1);
    }
}

/* The index is the number of its records, and two numbers for each. */
static void parse_index(struct frame_filter *filter)
{
    size_t at = 0;
    uint64_t number;
    if ((filter->header[filter->length - 1] & 0x80) != 0 && filter->length < 9) {
        filter->wanted = filter->length + 1;
        return;
    }
    if (!read_number(filter, &at, &number)) {
        frame_give_rest(filter);
        return;
    }
    bool is_count = filter->packed_bytes == 1;
    filter->numbers_left = is_count ? 2 * number : filter->numbers_left - 1;
    filter->packed_bytes += filter->length;
    if (filter->numbers_left > 0) {
        frame_give(filter, 0, 1);
        return;
    }
    filter->state = AT_STREAM;
    frame_give(filter, padding_of(filter->packed_bytes) + INDEX_CRC_BYTES + FOOTER_BYTES,
               PADDING_BYTES);
}

void frame_parse_xz(struct frame_filter *filter)
{
    switch (filter->state) {
    case AT_STREAM:
        parse_stream(filter);
        break;
    case AT_BLOCK:
        parse_block(filter);
        break;
    case IN_BLOCK:
        parse_chunk(filter);
        break;
    default:
        parse_index(filter);
    }
}
