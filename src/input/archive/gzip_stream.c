#include "input/archive/gzip_stream.h"

#include <stdint.h>
#include <stdio.h>

#include "base/memory.h"
#include "input/archive/gzip_member.h"

enum { ARCHIVE_INPUT_BYTES = 64 * 1024, PROBLEM_BYTES = 200 };

struct gzip_stream {
    struct byte_reader compressed;
    struct gzip_member *member;
    struct gzip_window window;
    bool is_single;              /* any byte after the first member is a problem */
    bool is_in_member;           /* between a member's header and its checksum */
    bool is_at_end;              /* nothing more will come out */
    bool has_no_more;            /* the compressed reader is at its end */
    uint64_t taken_bytes;        /* from the compressed reader */
    char problem[PROBLEM_BYTES]; /* "" while there is none */
    unsigned char packed[ARCHIVE_INPUT_BYTES];
};

bool gzip_stream_recognises(struct span head)
{
    /* RFC 1952. No text begins so, and a header that is cut or damaged is worth a word. */
    struct span magic = {"\x1F\x8B", head.length < 2 ? head.length : 2};
    return head.length > 0 && span_equals(span_slice(head, 0, magic.length), magic);
}

struct gzip_stream *gzip_stream_open(struct byte_reader compressed, struct fault *fault)
{
    struct gzip_stream *inflate = memory_allocate(1, sizeof *inflate, fault);
    if (inflate == NULL)
        return NULL;
    inflate->compressed = compressed;
    inflate->member = gzip_member_open(fault);
    inflate->is_in_member = true;
    if (inflate->member != NULL)
        return inflate;
    memory_free(inflate);
    return NULL;
}

void gzip_stream_close(struct gzip_stream *inflate)
{
    if (inflate == NULL)
        return;
    gzip_member_close(inflate->member);
    memory_free(inflate);
}

void gzip_stream_restart_single(struct gzip_stream *inflate)
{
    gzip_member_restart(inflate->member);
    inflate->window.in_bytes = 0;
    inflate->is_single = true;
    inflate->is_in_member = true;
    inflate->is_at_end = false;
    inflate->has_no_more = false;
    inflate->taken_bytes = 0;
    inflate->problem[0] = '\0';
}

/* Ends the stream for good; the first problem counts. */
static void stop(struct gzip_stream *inflate, const char *problem)
{
    inflate->is_at_end = true;
    if (problem != NULL)
        snprintf(inflate->problem, sizeof inflate->problem, "%s", problem);
}

static void refill(struct gzip_stream *inflate)
{
    size_t got =
        byte_reader_fill(&inflate->compressed, (char *)inflate->packed, sizeof inflate->packed);
    inflate->window.in = inflate->packed;
    inflate->window.in_bytes = (uint32_t)got;
    inflate->taken_bytes += got;
    inflate->has_no_more = got == 0;
}

/* Between members: zero padding is passed over, another member begins, or this is the end. */
static void next_member(struct gzip_stream *inflate)
{
    struct gzip_window *window = &inflate->window;
    for (;;) {
        while (!inflate->is_single && window->in_bytes > 0 && *window->in == 0) {
            window->in++;
            window->in_bytes--;
        }
        if (window->in_bytes > 0)
            break;
        refill(inflate);
        if (inflate->has_no_more) {
            stop(inflate, inflate->compressed.problem(inflate->compressed.context));
            return;
        }
    }
    if (inflate->is_single || *window->in != 0x1F) {
        stop(inflate, "bytes after the gzip data that are no gzip data");
        return;
    }
    gzip_member_restart(inflate->member);
    inflate->is_in_member = true;
}

static void note_failure(struct gzip_stream *inflate, const char *why)
{
    char problem[PROBLEM_BYTES];
    snprintf(problem, sizeof problem, "damaged gzip data: %s", why);
    stop(inflate, problem);
}

static void note_tear(struct gzip_stream *inflate)
{
    const char *problem = inflate->compressed.problem(inflate->compressed.context);
    stop(inflate, problem ? problem : "gzip data ends too early");
}

static size_t read_inflated(void *context, char *bytes, size_t capacity)
{
    struct gzip_stream *inflate = context;
    struct gzip_window *window = &inflate->window;
    uint32_t room = capacity > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uint32_t)capacity;
    window->out = (unsigned char *)bytes;
    window->out_bytes = room;
    while (window->out_bytes > 0 && !inflate->is_at_end) {
        const char *why = NULL;
        if (!inflate->is_in_member) {
            next_member(inflate);
            continue;
        }
        if (window->in_bytes == 0 && !inflate->has_no_more)
            refill(inflate);
        enum gzip_step step = gzip_member_inflate(inflate->member, window, &why);
        if (step == GZIP_ENDED)
            inflate->is_in_member = false;
        else if (step == GZIP_STUCK && inflate->has_no_more)
            note_tear(inflate);
        else if (step == GZIP_FAILED)
            note_failure(inflate, why);
    }
    return room - window->out_bytes;
}

static const char *problem_of(void *context)
{
    const struct gzip_stream *inflate = context;
    return inflate->problem[0] ? inflate->problem : NULL;
}

struct byte_reader gzip_stream_reader(struct gzip_stream *inflate)
{
    return (struct byte_reader){read_inflated, problem_of, inflate};
}

uint64_t gzip_stream_packed_bytes(const struct gzip_stream *inflate)
{
    return inflate->taken_bytes - inflate->window.in_bytes;
}
