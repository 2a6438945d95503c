/* Inflates gzip members with zlib. */
#include "input/archive/gzip_member.h"

#include <zlib.h>

#include "base/memory.h"

enum { GZIP_WINDOW = 15 + 16 };

struct gzip_member {
    z_stream stream;
};

/* zlib allocates through memory.h, too. */
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

struct gzip_member *gzip_member_open(struct fault *fault)
{
    struct gzip_member *member = memory_allocate(1, sizeof *member, fault);
    if (member == NULL)
        return NULL;
    member->stream.zalloc = allocate;
    member->stream.zfree = release;
    if (inflateInit2(&member->stream, GZIP_WINDOW) == Z_OK)
        return member;
    fault_no_memory(fault);
    memory_free(member);
    return NULL;
}

void gzip_member_close(struct gzip_member *member)
{
    if (member == NULL)
        return;
    inflateEnd(&member->stream);
    memory_free(member);
}

void gzip_member_restart(struct gzip_member *member)
{
    inflateReset(&member->stream);
}

enum gzip_step gzip_member_inflate(struct gzip_member *member, struct gzip_window *window,
                                   const char **why)
{
    z_stream *stream = &member->stream;
    stream->next_in = (z_const Bytef *)window->in;
    stream->avail_in = window->in_bytes;
    stream->next_out = window->out;
    stream->avail_out = window->out_bytes;
    int result = inflate(stream, Z_NO_FLUSH);
    window->in = stream->next_in;
    window->in_bytes = stream->avail_in;
    window->out = stream->next_out;
    window->out_bytes = stream->avail_out;
    if (result == Z_OK)
        return GZIP_PROGRESS;
    if (result == Z_BUF_ERROR)
        return GZIP_NO_PROGRESS;
    if (result == Z_STREAM_END)
        return GZIP_END;
    *why = result == Z_MEM_ERROR ? "out of memory" : stream->msg ? stream->msg : "unknown form";
    return GZIP_FAILED;
}

const char *gzip_member_library(void)
{
    return "zlib " ZLIB_VERSION;
}
