#include "input/line_breaker.h"

#include <string.h>

/* Returns the unit at `bytes` if it is ASCII, else a byte that is not. */
static char character_at(const struct line_breaker *breaker, const char *bytes)
{
    size_t low = breaker->is_big_endian ? breaker->unit_bytes - 1 : 0;
    for (size_t i = 0; i < breaker->unit_bytes; i++)
        if (i != low && bytes[i] != '\0')
            return '\x7F';
    return bytes[low];
}

/* Reads whole units, the end of the log apart. */
static void fill(struct line_breaker *breaker, size_t wanted)
{
    breaker->length = byte_reader_fill(&breaker->inner, breaker->bytes, wanted);
    breaker->position = 0;
}

static void start(struct line_breaker *breaker)
{
    char head[LINE_BREAKER_HEAD_BYTES];
    size_t length = 0;
    breaker->is_started = true;
    fill(breaker, LINE_BREAKER_HEAD_BYTES);
    struct span bytes = {breaker->bytes, breaker->length};
    struct encoding encoding = breaker->forced != NULL
                                   ? encoding_forced_on_head(breaker->forced, bytes)
                                   : encoding_of_head(bytes);
    breaker->unit_bytes = encoding.unit_bytes;
    breaker->is_big_endian = encoding.is_big_endian;
    for (size_t at = encoding.mark_bytes; at + encoding.unit_bytes <= bytes.length;
         at += encoding.unit_bytes)
        head[length++] = character_at(breaker, bytes.bytes + at);
    breaker->record_end =
        (struct record_end){.kind = record_end_kind_of((struct span){head, length})};
}

/* Makes the next unit, after a line end where one is missing, ready to be given; at the end of the
 * log maybe a part of one. False at the end. */
static bool make_unit(struct line_breaker *breaker)
{
    if (breaker->position == breaker->length)
        fill(breaker, LINE_BREAKER_BYTES);
    size_t left = breaker->length - breaker->position;
    size_t length = left < breaker->unit_bytes ? left : breaker->unit_bytes;
    const char *unit = breaker->bytes + breaker->position;
    char character = length == breaker->unit_bytes ? character_at(breaker, unit) : '\n';
    breaker->ready_length = breaker->ready_position = 0;
    if (breaker->is_behind_end && length > 0 && character != '\r' && character != '\n') {
        memset(breaker->ready, 0, breaker->unit_bytes);
        breaker->ready[breaker->is_big_endian ? breaker->unit_bytes - 1 : 0] = '\n';
        breaker->ready_length = breaker->unit_bytes;
    }
    breaker->is_behind_end = record_end_is_at(&breaker->record_end, character);
    memcpy(breaker->ready + breaker->ready_length, unit, length);
    breaker->ready_length += length;
    breaker->position += length;
    return length > 0;
}

/* Gives what is buffered, and then reads directly. */
static size_t read_unbroken(struct line_breaker *breaker, char *bytes, size_t capacity)
{
    size_t left = breaker->length - breaker->position;
    if (left == 0)
        return breaker->inner.read(breaker->inner.context, bytes, capacity);
    size_t length = left < capacity ? left : capacity;
    memcpy(bytes, breaker->bytes + breaker->position, length);
    breaker->position += length;
    return length;
}

static size_t read_broken(struct line_breaker *breaker, char *bytes, size_t capacity)
{
    size_t length = 0;
    while (length < capacity) {
        if (breaker->ready_position == breaker->ready_length && !make_unit(breaker))
            break;
        bytes[length++] = breaker->ready[breaker->ready_position++];
    }
    return length;
}

static size_t read_lines(void *context, char *bytes, size_t capacity)
{
    struct line_breaker *breaker = context;
    if (!breaker->is_started)
        start(breaker);
    return breaker->record_end.kind == RECORD_END_NONE ? read_unbroken(breaker, bytes, capacity)
                                                       : read_broken(breaker, bytes, capacity);
}

static const char *problem_of(void *context)
{
    struct line_breaker *breaker = context;
    return breaker->inner.problem(breaker->inner.context);
}

struct byte_reader line_breaker_start(struct line_breaker *breaker, struct byte_reader bytes,
                                      const struct encoding *forced)
{
    breaker->inner = bytes;
    breaker->forced = forced;
    breaker->is_started = breaker->is_behind_end = false;
    breaker->length = breaker->position = 0;
    breaker->ready_length = breaker->ready_position = 0;
    return (struct byte_reader){read_lines, problem_of, breaker};
}
