#include "input/evtx/evtx_stream.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/little_endian.h"
#include "base/memory.h"
#include "input/evtx/evtx_chunk.h"
#include "input/evtx/evtx_library.h"

enum { EVTX_PROBLEM_BYTES = 300 };

struct evtx_stream {
    struct byte_reader log;
    struct evtx_chunk chunk;
    struct evtx_library *library; /* has the chunk open, or NULL */
    size_t next_record;           /* of the chunk */
    struct buffer line;           /* the text of a record */
    size_t line_position;         /* how much of it was read */
    bool is_started;
    bool is_at_end;
    bool is_dirty;                    /* the log was in use when it was copied */
    bool is_cut;                      /* ends inside of the header or a chunk */
    uint64_t log_bytes;               /* read so far */
    uint64_t chunks;                  /* read so far, but for those that are empty */
    uint64_t damaged;                 /* of them */
    uint64_t empty;                   /* chunks since the last one with records */
    uint64_t lost;                    /* empty chunks before others */
    uint64_t unreadable;              /* records */
    uint64_t recovered;               /* records read from damaged chunks */
    char problem[EVTX_PROBLEM_BYTES]; /* "" while there is none */
    unsigned char bytes[EVTX_FILE_HEADER_BYTES + EVTX_CHUNK_BYTES];
};

struct evtx_stream *evtx_stream_open(struct byte_reader log, struct fault *fault)
{
    struct evtx_stream *stream = memory_allocate(1, sizeof *stream, fault);
    if (stream == NULL)
        return NULL;
    stream->log = log;
    stream->chunk.bytes = stream->bytes + EVTX_FILE_HEADER_BYTES;
    return stream;
}

void evtx_stream_close(struct evtx_stream *stream)
{
    if (stream == NULL)
        return;
    evtx_library_close(stream->library);
    buffer_release(&stream->line);
    memory_free(stream);
}

/* Reads `length` bytes; NULs stand in for those that are missing. */
static size_t fill(struct evtx_stream *stream, unsigned char *bytes, size_t length)
{
    size_t got = byte_reader_fill(&stream->log, (char *)bytes, length);
    memset(bytes + got, 0, length - got);
    stream->log_bytes += got;
    stream->is_at_end = got < length;
    return got;
}

/* Reads the header of the file, and writes one that libevtx accepts: of a log of version 3.1 with
 * one chunk. */
static void read_header(struct evtx_stream *stream)
{
    enum { MINOR_AT = 36, MAJOR_AT = 38, CHUNKS_AT = 42, FLAGS_AT = 120, FLAG_DIRTY = 1 };
    unsigned char *header = stream->bytes;
    stream->is_started = true;
    stream->is_cut = fill(stream, header, EVTX_FILE_HEADER_BYTES) < EVTX_FILE_HEADER_BYTES;
    stream->is_dirty = (little_endian_32(header + FLAGS_AT) & FLAG_DIRTY) != 0;
    memset(header, 0, EVTX_FILE_HEADER_BYTES);
    memcpy(header, "ElfFile", 8);
    header[32] = 128; /* the length of the header in use */
    header[MINOR_AT] = 1;
    header[MAJOR_AT] = 3;
    header[41] = 0x10; /* 4096, the length of the block that it is in */
    header[CHUNKS_AT] = 1;
}

/* Counts what the chunk is missing. */
static void count_chunk(struct evtx_stream *stream)
{
    const struct evtx_chunk *chunk = &stream->chunk;
    if (chunk->is_empty) {
        stream->empty++;
        return;
    }
    stream->lost += stream->empty;
    stream->empty = 0;
    stream->chunks++;
    stream->damaged += chunk->is_damaged;
    stream->unreadable += chunk->lost_count;
    stream->recovered += chunk->is_damaged ? chunk->sound_count : 0;
}

/* Reads the next chunk that is there. */
static void next_chunk(struct evtx_stream *stream)
{
    struct evtx_chunk *chunk = &stream->chunk;
    evtx_library_close(stream->library);
    stream->library = NULL;
    stream->next_record = 0;
    size_t got = fill(stream, chunk->bytes, EVTX_CHUNK_BYTES);
    evtx_chunk_examine(chunk, stream->is_dirty);
    if (got == 0)
        return;
    chunk->is_damaged = chunk->is_damaged || stream->is_at_end;
    stream->is_cut = stream->is_at_end;
    count_chunk(stream);
    if (chunk->sound_count > 0)
        stream->library = evtx_library_open(stream->bytes, sizeof stream->bytes);
}

/* Renders the next sound record. False when the chunk has no more. */
static bool next_line(struct evtx_stream *stream)
{
    const struct evtx_chunk *chunk = &stream->chunk;
    while (stream->next_record < chunk->record_count) {
        size_t index = stream->next_record++;
        if (!chunk->records[index].is_sound)
            continue;
        stream->line_position = 0;
        if (stream->library != NULL && evtx_library_render(stream->library, index, &stream->line))
            return true;
        stream->line.length = 0;
        stream->unreadable++;
        stream->recovered -= chunk->is_damaged;
    }
    return false;
}

/* Makes text to read, unless the log is at its end. */
static bool has_text(struct evtx_stream *stream)
{
    if (!stream->is_started)
        read_header(stream);
    while (stream->line_position == stream->line.length && !next_line(stream)) {
        if (stream->is_at_end)
            return false;
        next_chunk(stream);
    }
    return true;
}

static size_t read_text(void *context, char *bytes, size_t capacity)
{
    struct evtx_stream *stream = context;
    if (!has_text(stream))
        return 0;
    size_t left = stream->line.length - stream->line_position;
    size_t length = left < capacity ? left : capacity;
    memcpy(bytes, stream->line.bytes + stream->line_position, length);
    stream->line_position += length;
    return length;
}

/* Appends "; COUNT WHAT" unless the count is 0. */
static void append_count(struct evtx_stream *stream, uint64_t count, const char *one,
                         const char *more)
{
    size_t length = strlen(stream->problem);
    if (count > 0)
        snprintf(stream->problem + length, sizeof stream->problem - length, "%s %llu %s",
                 stream->problem[length - 1] == ':' ? "" : ",", (unsigned long long)count,
                 count == 1 ? one : more);
}

static const char *problem_of(void *context)
{
    struct evtx_stream *stream = context;
    const char *below = stream->log.problem(stream->log.context);
    if (below != NULL)
        return below;
    if (stream->is_cut && stream->chunks == 0)
        return "event log ends too early";
    if (stream->damaged + stream->lost + stream->unreadable == 0)
        return NULL;
    snprintf(stream->problem, sizeof stream->problem, "%s",
             stream->is_cut ? "event log ends too early:" : "damaged event log:");
    append_count(stream, stream->damaged, "chunk is damaged", "chunks are damaged");
    append_count(stream, stream->lost, "chunk is missing", "chunks are missing");
    append_count(stream, stream->recovered, "record was recovered", "records were recovered");
    append_count(stream, stream->unreadable, "record cannot be read", "records cannot be read");
    return stream->problem;
}

struct byte_reader evtx_stream_reader(struct evtx_stream *stream)
{
    return (struct byte_reader){read_text, problem_of, stream};
}

uint64_t evtx_stream_packed_bytes(const struct evtx_stream *stream)
{
    return stream->log_bytes;
}
