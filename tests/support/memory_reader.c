#include "support/memory_reader.h"

#include <string.h>

static size_t read_memory(void *context, char *bytes, size_t capacity)
{
    struct memory_reader *reader = context;
    size_t length = reader->bytes.length - reader->position;
    if (length > capacity)
        length = capacity;
    if (reader->step > 0 && length > reader->step)
        length = reader->step;
    if (length > 0)
        memcpy(bytes, reader->bytes.bytes + reader->position, length);
    reader->position += length;
    return length;
}

static const char *problem_of(void *context)
{
    const struct memory_reader *reader = context;
    return reader->position == reader->bytes.length ? reader->problem : NULL;
}

struct byte_reader memory_reader_open(struct memory_reader *reader)
{
    return (struct byte_reader){read_memory, problem_of, reader};
}
