#include "input/archive/frame_private.h"

#include "base/little_endian.h"

void frame_give(struct frame_filter *filter, uint64_t data_bytes, size_t wanted)
{
    filter->is_giving = true;
    filter->given = 0;
    filter->drops_data = false;
    filter->data_bytes = data_bytes;
    filter->wanted = wanted;
}

void frame_drop(struct frame_filter *filter, uint64_t data_bytes, size_t wanted)
{
    filter->length = 0;
    filter->drops_data = true;
    filter->data_bytes = data_bytes;
    filter->wanted = wanted;
}

void frame_give_rest(struct frame_filter *filter)
{
    frame_give(filter, 0, 0);
    filter->passes_rest = true;
}

void frame_end_too_big(struct frame_filter *filter)
{
    filter->length = 0;
    filter->has_ended = true;
    filter->is_too_big = true;
}

void frame_end_before_rest(struct frame_filter *filter)
{
    struct span header = {(const char *)filter->header, filter->length};
    filter->rest = (struct span_reader){.rest = header, .after = filter->packed};
    filter->length = 0;
    filter->has_ended = true;
    filter->has_rest = true;
}

bool frame_skip(struct frame_filter *filter)
{
    enum { SKIPPABLE = 0x184D2A50, ANY_OF_SKIPPABLE = 0xF };
    uint32_t magic = little_endian_32(filter->header);
    if (magic == 0)
        frame_drop(filter, 0, 4);
    else if ((magic & ~(uint32_t)ANY_OF_SKIPPABLE) != SKIPPABLE)
        return false;
    else if (filter->length < FRAME_SKIPPABLE_BYTES)
        filter->wanted = FRAME_SKIPPABLE_BYTES;
    else
        frame_drop(filter, little_endian_32(filter->header + 4), 4);
    return true;
}
