#include "input/peek_reader.h"

#include <string.h>

void peek_start(struct peek *peek, struct byte_reader inner)
{
    peek->inner = inner;
    peek->length = 0;
    peek->position = 0;
}

struct span peek_head(struct peek *peek)
{
    peek->length += byte_reader_fill(&peek->inner, peek->bytes + peek->length,
                                     sizeof peek->bytes - peek->length);
    return (struct span){peek->bytes, peek->length};
}

static size_t read_peeked(void *context, char *bytes, size_t capacity)
{
    struct peek *peek = context;
    size_t left = peek->length - peek->position;
    if (left == 0)
        return peek->inner.read(peek->inner.context, bytes, capacity);
    size_t length = left < capacity ? left : capacity;
    memcpy(bytes, peek->bytes + peek->position, length);
    peek->position += length;
    return length;
}

static const char *problem_of(void *context)
{
    struct peek *peek = context;
    return peek->inner.problem(peek->inner.context);
}

struct byte_reader peek_reader(struct peek *peek)
{
    return (struct byte_reader){read_peeked, problem_of, peek};
}
