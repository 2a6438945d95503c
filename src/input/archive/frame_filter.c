#include "input/archive/frame_filter.h"

#include <assert.h>
#include <string.h>

#include "base/count_of.h"
#include "base/memory.h"
#include "input/archive/frame_private.h"

static const struct frame_format {
    enum content_type content;
    void (*parse)(struct frame_filter *filter);
    size_t wanted; /* of the first header */
} formats[] = {
    {CONTENT_XZ, frame_parse_xz, 4},
    {CONTENT_ZSTD, frame_parse_zstd, 4},
    {CONTENT_LZ4, frame_parse_lz4, 4},
    {CONTENT_LZIP, frame_parse_lzip, 6},
};

static const struct frame_format *find_format(enum content_type content)
{
    for (size_t i = 0; i < COUNT_OF(formats); i++)
        if (formats[i].content == content)
            return &formats[i];
    return NULL;
}

bool frame_filter_knows(enum content_type content)
{
    return find_format(content) != NULL;
}

struct frame_filter *frame_filter_open(enum content_type content, struct byte_reader packed,
                                       uint64_t max_decoder_bytes, struct fault *fault)
{
    const struct frame_format *format = find_format(content);
    assert(format != NULL);
    struct frame_filter *filter = memory_allocate(1, sizeof *filter, fault);
    if (filter == NULL)
        return NULL;
    filter->packed = packed;
    filter->max_decoder_bytes = max_decoder_bytes;
    filter->parse = format->parse;
    filter->wanted = format->wanted;
    return filter;
}

void frame_filter_close(struct frame_filter *filter)
{
    memory_free(filter);
}

bool frame_filter_is_too_big(const struct frame_filter *filter)
{
    return filter->is_too_big;
}

bool frame_filter_rest(struct frame_filter *filter, struct byte_reader *rest)
{
    *rest = span_reader_start(&filter->rest);
    return filter->has_rest;
}

/* A stream that ends inside a header: NULs are padding, other bytes behind a frame are none, and
 * what is left is given for libarchive to judge. */
static void end_inside(struct frame_filter *filter)
{
    bool has_bytes = false;
    for (size_t i = 0; i < filter->length; i++)
        has_bytes = has_bytes || filter->header[i] != 0;
    bool is_behind_frame = filter->has_frames && filter->state == 0;
    if (has_bytes && is_behind_frame)
        frame_end_before_rest(filter);
    else if (has_bytes)
        frame_give_rest(filter);
    filter->has_ended = true;
}

static void read_header(struct frame_filter *filter)
{
    assert(filter->wanted <= FRAME_HEADER_BYTES);
    size_t missing = filter->wanted - filter->length;
    size_t got =
        byte_reader_fill(&filter->packed, (char *)filter->header + filter->length, missing);
    filter->length += got;
    if (got < missing)
        end_inside(filter);
    else
        filter->parse(filter);
}

static size_t give_header(struct frame_filter *filter, char *bytes, size_t capacity)
{
    size_t left = filter->length - filter->given;
    size_t length = left < capacity ? left : capacity;
    memcpy(bytes, filter->header + filter->given, length);
    filter->given += length;
    filter->is_giving = filter->given < filter->length;
    if (!filter->is_giving)
        filter->length = 0;
    return length;
}

static size_t read_data(struct frame_filter *filter, char *bytes, size_t capacity)
{
    size_t wanted = filter->data_bytes < capacity ? (size_t)filter->data_bytes : capacity;
    size_t got = filter->packed.read(filter->packed.context, bytes, wanted);
    filter->data_bytes -= got;
    filter->has_ended = got == 0;
    return got;
}

static size_t read_frames(void *context, char *bytes, size_t capacity)
{
    struct frame_filter *filter = context;
    for (;;) {
        if (filter->is_giving && filter->length > 0)
            return give_header(filter, bytes, capacity);
        filter->is_giving = false;
        if (filter->has_ended)
            return 0;
        if (filter->passes_rest)
            return filter->packed.read(filter->packed.context, bytes, capacity);
        if (filter->data_bytes == 0) {
            read_header(filter);
            continue;
        }
        size_t got = read_data(filter, bytes, capacity);
        if (!filter->drops_data || got == 0)
            return got;
    }
}

static const char *problem_of_packed(void *context)
{
    const struct frame_filter *filter = context;
    return filter->packed.problem(filter->packed.context);
}

struct byte_reader frame_filter_reader(struct frame_filter *filter)
{
    return (struct byte_reader){read_frames, problem_of_packed, filter};
}
