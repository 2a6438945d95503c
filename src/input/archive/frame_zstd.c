/* Frames of zstd: RFC 8878, 3.1. */
#include "base/little_endian.h"
#include "input/archive/frame_private.h"

enum { AT_FRAME, AT_BLOCK };

enum { MAGIC_BYTES = 4, BLOCK_HEADER_BYTES = 3, CHECKSUM_BYTES = 4, CHECKSUM_FLAG = 4 };

static size_t header_bytes(unsigned descriptor)
{
    static const size_t dictionary_bytes[] = {0, 1, 2, 4};
    static const size_t size_bytes[] = {0, 2, 4, 8};
    bool is_single = (descriptor & 0x20) != 0;
    size_t size = size_bytes[descriptor >> 6];
    return (size_t)MAGIC_BYTES + 1 + !is_single + dictionary_bytes[descriptor & 3] +
           (is_single && size == 0 ? 1 : size);
}

/* The window of a frame of a single segment is its content. */
static uint64_t window_bytes(const struct frame_filter *filter)
{
    unsigned descriptor = filter->flags;
    if ((descriptor & 0x20) == 0) {
        unsigned window = filter->header[MAGIC_BYTES + 1];
        uint64_t base = UINT64_C(1) << (10 + (window >> 3));
        return base + base / 8 * (window & 7);
    }
    size_t size = (size_t[]){1, 2, 4, 8}[descriptor >> 6];
    uint64_t content = 0;
    for (size_t i = 0; i < size; i++)
        content |= (uint64_t)filter->header[filter->length - size + i] << 8 * i;
    return content + (size == 2 ? 256 : 0);
}

static void parse_frame(struct frame_filter *filter)
{
    if (frame_skip(filter))
        return;
    if (little_endian_32(filter->header) != 0xFD2FB528) {
        frame_end_before_rest(filter);
        return;
    }
    if (filter->length == MAGIC_BYTES) {
        filter->wanted = MAGIC_BYTES + 1;
        return;
    }
    filter->flags = filter->header[MAGIC_BYTES];
    filter->wanted = header_bytes(filter->flags);
    if (filter->length < filter->wanted)
        return;
    filter->state = AT_BLOCK;
    filter->has_frames = true;
    if (window_bytes(filter) > filter->max_decoder_bytes)
        frame_end_too_big(filter);
    else
        frame_give(filter, 0, BLOCK_HEADER_BYTES);
}

static void parse_block(struct frame_filter *filter)
{
    enum { RLE = 1, RESERVED = 3 };
    uint32_t header = little_endian_16(filter->header) | (uint32_t)filter->header[2] << 16;
    unsigned type = header >> 1 & 3;
    bool is_last = (header & 1) != 0;
    bool has_checksum = is_last && (filter->flags & CHECKSUM_FLAG) != 0;
    if (type == RESERVED) {
        frame_give_rest(filter);
        return;
    }
    filter->state = is_last ? AT_FRAME : AT_BLOCK;
    frame_give(filter, (type == RLE ? 1 : header >> 3) + (has_checksum ? CHECKSUM_BYTES : 0),
               is_last ? MAGIC_BYTES : BLOCK_HEADER_BYTES);
}

void frame_parse_zstd(struct frame_filter *filter)
{
    if (filter->state == AT_FRAME)
        parse_frame(filter);
    else
        parse_block(filter);
}
