#include "base/span_reader.h"

#include <string.h>

static size_t read_span(void *context, char *bytes, size_t capacity)
{
    struct span_reader *reader = context;
    size_t length = reader->rest.length < capacity ? reader->rest.length : capacity;
    if (length == 0)
        return reader->after.read == NULL
                   ? 0
                   : reader->after.read(reader->after.context, bytes, capacity);
    memcpy(bytes, reader->rest.bytes, length);
    reader->rest = span_slice(reader->rest, length, reader->rest.length);
    return length;
}

static const char *problem_of_span(void *context)
{
    const struct span_reader *reader = context;
    return reader->after.problem == NULL ? NULL : reader->after.problem(reader->after.context);
}

struct byte_reader span_reader_start(struct span_reader *reader)
{
    return (struct byte_reader){read_span, problem_of_span, reader};
}
