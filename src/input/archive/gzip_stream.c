#include "input/archive/gzip_stream.h"

#include <stdint.h>
#include <stdio.h>

#include "base/memory.h"
#include "base/span_reader.h"
#include "input/archive/gzip_member.h"

enum { GZIP_INPUT_BYTES = 64 * 1024, GZIP_PROBLEM_BYTES = 200 };

struct gzip_stream {
    struct byte_reader compressed;
    struct gzip_member *member;
    struct gzip_window window;
    bool is_single;                   /* any byte after the first member is a problem */
    bool is_in_member;                /* between a member's header and its checksum */
    bool is_at_end;                   /* nothing more will come out */
    bool is_input_at_end;             /* the compressed reader is at its end */
    bool has_rest;                    /* bytes that are no gzip member follow */
    struct span_reader rest;          /* these */
    uint64_t input_bytes;             /* from the compressed reader */
    char problem[GZIP_PROBLEM_BYTES]; /* "" while there is none */
    unsigned char input[GZIP_INPUT_BYTES];
};

bool gzip_stream_recognises(struct span head)
{
    /* RFC 1952. No text begins so, and a header that is cut or damaged should be reported. */
    struct span magic = {"\x1F\x8B", head.length < 2 ? head.length : 2};
    return head.length > 0 && span_equals(span_slice(head, 0, magic.length), magic);
}

struct gzip_stream *gzip_stream_open(struct byte_reader compressed, struct fault *fault)
{
    struct gzip_stream *stream = memory_allocate(1, sizeof *stream, fault);
    if (stream == NULL)
        return NULL;
    stream->compressed = compressed;
    stream->member = gzip_member_open(fault);
    stream->is_in_member = true;
    if (stream->member != NULL)
        return stream;
    memory_free(stream);
    return NULL;
}

void gzip_stream_close(struct gzip_stream *stream)
{
    if (stream == NULL)
        return;
    gzip_member_close(stream->member);
    memory_free(stream);
}

void gzip_stream_restart_single(struct gzip_stream *stream)
{
    gzip_member_restart(stream->member);
    stream->window.in_bytes = 0;
    stream->is_single = true;
    stream->is_in_member = true;
    stream->is_at_end = false;
    stream->is_input_at_end = false;
    stream->input_bytes = 0;
    stream->problem[0] = '\0';
}

/* Ends the stream for good, with a problem unless it is NULL. */
static void stop(struct gzip_stream *stream, const char *problem)
{
    stream->is_at_end = true;
    if (problem != NULL)
        snprintf(stream->problem, sizeof stream->problem, "%s", problem);
}

static void refill(struct gzip_stream *stream)
{
    size_t got = byte_reader_fill(&stream->compressed, (char *)stream->input, sizeof stream->input);
    stream->window.in = stream->input;
    stream->window.in_bytes = (uint32_t)got;
    stream->input_bytes += got;
    stream->is_input_at_end = got == 0;
}

/* Between members: skips zero padding and goes on to the next member, or ends the stream. */
static void next_member(struct gzip_stream *stream)
{
    struct gzip_window *window = &stream->window;
    for (;;) {
        while (!stream->is_single && window->in_bytes > 0 && *window->in == 0) {
            window->in++;
            window->in_bytes--;
        }
        if (window->in_bytes > 0)
            break;
        refill(stream);
        if (stream->is_input_at_end) {
            stop(stream, stream->compressed.problem(stream->compressed.context));
            return;
        }
    }
    if (stream->is_single || *window->in != 0x1F) {
        stream->has_rest = !stream->is_single;
        stop(stream, stream->is_single ? "bytes after the gzip data that are no gzip data" : NULL);
        return;
    }
    gzip_member_restart(stream->member);
    stream->is_in_member = true;
}

static void note_failure(struct gzip_stream *stream, const char *why)
{
    char problem[GZIP_PROBLEM_BYTES];
    snprintf(problem, sizeof problem, "damaged gzip data: %s", why);
    stop(stream, problem);
}

static void note_truncation(struct gzip_stream *stream)
{
    const char *problem = stream->compressed.problem(stream->compressed.context);
    stop(stream, problem ? problem : "gzip data ends too early");
}

static size_t read_inflated(void *context, char *bytes, size_t capacity)
{
    struct gzip_stream *stream = context;
    struct gzip_window *window = &stream->window;
    uint32_t room = capacity > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uint32_t)capacity;
    window->out = (unsigned char *)bytes;
    window->out_bytes = room;
    while (window->out_bytes > 0 && !stream->is_at_end) {
        const char *why = NULL;
        if (!stream->is_in_member) {
            next_member(stream);
            continue;
        }
        if (window->in_bytes == 0 && !stream->is_input_at_end)
            refill(stream);
        enum gzip_step step = gzip_member_inflate(stream->member, window, &why);
        if (step == GZIP_END)
            stream->is_in_member = false;
        else if (step == GZIP_NO_PROGRESS && stream->is_input_at_end)
            note_truncation(stream);
        else if (step == GZIP_FAILED)
            note_failure(stream, why);
    }
    return room - window->out_bytes;
}

static const char *problem_of(void *context)
{
    const struct gzip_stream *stream = context;
    return stream->problem[0] ? stream->problem : NULL;
}

struct byte_reader gzip_stream_reader(struct gzip_stream *stream)
{
    return (struct byte_reader){read_inflated, problem_of, stream};
}

bool gzip_stream_rest(struct gzip_stream *stream, struct byte_reader *rest)
{
    const struct gzip_window *window = &stream->window;
    struct span buffered = {(const char *)window->in, window->in_bytes};
    stream->rest = (struct span_reader){.rest = buffered, .after = stream->compressed};
    *rest = span_reader_start(&stream->rest);
    return stream->has_rest;
}

uint64_t gzip_stream_packed_bytes(const struct gzip_stream *stream)
{
    return stream->input_bytes - stream->window.in_bytes;
}
