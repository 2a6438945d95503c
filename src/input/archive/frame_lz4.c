/* Frames of lz4, and its legacy frames: lz4_Frame_format.md of lz4. */
#include "base/little_endian.h"
#include "input/archive/frame_private.h"

enum { AT_FRAME, AT_BLOCK, AT_LEGACY_BLOCK };

#define WORD_BYTES   ((size_t)4)
#define FRAME_MAGIC  UINT32_C(0x184D2204)
#define LEGACY_MAGIC UINT32_C(0x184C2102)

/* What 8 MiB take that cannot be compressed. */
#define MAX_LEGACY_BYTES UINT32_C(8421520)

static size_t header_bytes(unsigned flags)
{
    return WORD_BYTES + 3 + (flags & 8 ? 8 : 0) + (flags & 1 ? 4 : 0);
}

static uint32_t last_word(const struct frame_filter *filter)
{
    return little_endian_32(filter->header + filter->length - WORD_BYTES);
}

/* The header is given with the first block, so that a frame without any can be dropped. */
static void parse_block(struct frame_filter *filter)
{
    uint32_t size = last_word(filter);
    bool is_empty = size == 0 && filter->length > WORD_BYTES;
    filter->state = size == 0 ? AT_FRAME : AT_BLOCK;
    uint64_t checksum_bytes = filter->flags & (size == 0 ? 4 : 16) ? 4 : 0;
    if (is_empty)
        frame_drop(filter, checksum_bytes, WORD_BYTES);
    else
        frame_give(filter, (size & 0x7FFFFFFF) + checksum_bytes, WORD_BYTES);
}

/* Legacy blocks end where the file does, or another frame begins. */
static void parse_legacy_block(struct frame_filter *filter)
{
    uint32_t size = last_word(filter);
    if (size > 0 && size <= MAX_LEGACY_BYTES) {
        frame_give(filter, size, WORD_BYTES);
        return;
    }
    filter->length = WORD_BYTES;
    for (size_t i = 0; i < WORD_BYTES; i++)
        filter->header[i] = (unsigned char)(size >> 8 * i);
    filter->state = AT_FRAME;
    filter->wanted = WORD_BYTES;
    frame_parse_lz4(filter);
}

static void parse_frame(struct frame_filter *filter)
{
    uint32_t magic = little_endian_32(filter->header);
    if (frame_skip(filter))
        return;
    filter->has_frames = filter->has_frames || magic == LEGACY_MAGIC || magic == FRAME_MAGIC;
    if (magic == LEGACY_MAGIC) {
        filter->state = AT_LEGACY_BLOCK;
        filter->wanted = 2 * WORD_BYTES;
    } else if (magic != FRAME_MAGIC) {
        frame_end_before_rest(filter);
    } else if (filter->length == WORD_BYTES) {
        filter->wanted = WORD_BYTES + 1;
    } else {
        filter->flags = filter->header[WORD_BYTES];
        filter->state = AT_BLOCK;
        filter->wanted = header_bytes(filter->flags) + WORD_BYTES;
    }
}

void frame_parse_lz4(struct frame_filter *filter)
{
    if (filter->state == AT_FRAME)
        parse_frame(filter);
    else if (filter->state == AT_BLOCK)
        parse_block(filter);
    else
        parse_legacy_block(filter);
}
