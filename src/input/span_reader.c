#include "input/span_reader.h"

#include <string.h>

static size_t read_span(void *context, char *bytes, size_t capacity)
{
    struct span_reader *reader = context;
    size_t length = reader->rest.length < capacity ? reader->rest.length : capacity;
    if (length > 0)
        memcpy(bytes, reader->rest.bytes, length);
    reader->rest = span_slice(reader->rest, length, reader->rest.length);
    return length;
}

struct byte_reader span_reader_start(struct span_reader *reader)
{
    return (struct byte_reader){
        .read = read_span, .problem = byte_reader_no_problem, .context = reader};
}
