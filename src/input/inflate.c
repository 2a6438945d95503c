#include "input/inflate.h"

#include <stdint.h>
#include <stdio.h>
#include <zlib.h>

#include "base/memory.h"

enum { PACKED_BYTES = 64 * 1024, PROBLEM_BYTES = 200, GZIP_WINDOW = 15 + 16 };

struct inflate {
    struct byte_reader compressed;
    z_stream stream;
    bool is_open;                /* the stream wants inflateEnd */
    bool is_in_member;           /* between a member's header and its checksum */
    bool is_at_end;              /* nothing more will come out */
    bool has_no_more;            /* the compressed reader is at its end */
    char problem[PROBLEM_BYTES]; /* "" while there is none */
    unsigned char packed[PACKED_BYTES];
};

/* Where a variable is called `inflate`, zlib's function of that name is out of reach. */
static int inflate_step(z_stream *stream)
{
    return inflate(stream, Z_NO_FLUSH);
}

/* zlib's memory comes from where ours does. */
static voidpf allocate(voidpf context, uInt count, uInt size_bytes)
{
    (void)context;
    return memory_allocate(count, size_bytes, NULL);
}

static void release(voidpf context, voidpf block)
{
    (void)context;
    memory_free(block);
}

bool inflate_recognises(struct span head)
{
    /* RFC 1952: two magic bytes, method 8 (deflate), the upper three flag bits reserved. */
    const unsigned char *bytes = (const unsigned char *)head.bytes;
    return head.length >= 10 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8 &&
           (bytes[3] & 0xE0) == 0;
}

struct inflate *inflate_open(struct byte_reader compressed, struct fault *fault)
{
    struct inflate *inflate = memory_allocate(1, sizeof *inflate, fault);
    if (inflate == NULL)
        return NULL;
    inflate->compressed = compressed;
    inflate->stream.zalloc = allocate;
    inflate->stream.zfree = release;
    if (inflateInit2(&inflate->stream, GZIP_WINDOW) != Z_OK) {
        fault_no_memory(fault);
        memory_free(inflate);
        return NULL;
    }
    inflate->is_open = true;
    inflate->is_in_member = true;
    return inflate;
}

void inflate_close(struct inflate *inflate)
{
    if (inflate == NULL)
        return;
    if (inflate->is_open)
        inflateEnd(&inflate->stream);
    memory_free(inflate);
}

/* Ends the stream for good; the first problem counts. */
static void stop(struct inflate *inflate, const char *problem)
{
    inflate->is_at_end = true;
    if (problem != NULL)
        snprintf(inflate->problem, sizeof inflate->problem, "%s", problem);
}

static void refill(struct inflate *inflate)
{
    size_t got = inflate->compressed.read(inflate->compressed.context, (char *)inflate->packed,
                                          sizeof inflate->packed);
    inflate->stream.next_in = inflate->packed;
    inflate->stream.avail_in = (uInt)got;
    inflate->has_no_more = got == 0;
}

/* Between members: zero padding is passed over, another member begins, or this is the end. */
static void next_member(struct inflate *inflate)
{
    z_stream *stream = &inflate->stream;
    for (;;) {
        while (stream->avail_in > 0 && *stream->next_in == 0) {
            stream->next_in++;
            stream->avail_in--;
        }
        if (stream->avail_in > 0)
            break;
        refill(inflate);
        if (inflate->has_no_more) {
            stop(inflate, inflate->compressed.problem(inflate->compressed.context));
            return;
        }
    }
    if (*stream->next_in != 0x1F) {
        stop(inflate, "bytes after the gzip data that are no gzip data");
        return;
    }
    inflateReset(stream);
    inflate->is_in_member = true;
}

static void note_failure(struct inflate *inflate, int result)
{
    const char *why = inflate->stream.msg ? inflate->stream.msg : "unknown form";
    if (result == Z_MEM_ERROR)
        why = "out of memory";
    char problem[PROBLEM_BYTES];
    snprintf(problem, sizeof problem, "damaged gzip data: %s", why);
    stop(inflate, problem);
}

static void note_tear(struct inflate *inflate)
{
    const char *problem = inflate->compressed.problem(inflate->compressed.context);
    stop(inflate, problem ? problem : "gzip data ends too early");
}

static size_t read_inflated(void *context, char *bytes, size_t capacity)
{
    struct inflate *inflate = context;
    z_stream *stream = &inflate->stream;
    uInt room = capacity > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uInt)capacity;
    stream->next_out = (Bytef *)bytes;
    stream->avail_out = room;
    while (stream->avail_out > 0 && !inflate->is_at_end) {
        if (!inflate->is_in_member) {
            next_member(inflate);
            continue;
        }
        if (stream->avail_in == 0 && !inflate->has_no_more)
            refill(inflate);
        int result = inflate_step(stream);
        if (result == Z_STREAM_END)
            inflate->is_in_member = false;
        else if (result == Z_BUF_ERROR && inflate->has_no_more)
            note_tear(inflate);
        else if (result != Z_OK && result != Z_BUF_ERROR)
            note_failure(inflate, result);
    }
    return room - stream->avail_out;
}

static const char *problem_of(void *context)
{
    const struct inflate *inflate = context;
    return inflate->problem[0] ? inflate->problem : NULL;
}

struct byte_reader inflate_reader(struct inflate *inflate)
{
    return (struct byte_reader){read_inflated, problem_of, inflate};
}
