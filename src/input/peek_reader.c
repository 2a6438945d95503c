#include "input/peek_reader.h"

void peek_start(struct peek *peek, struct byte_reader inner)
{
    peek->stream = (struct span_reader){.after = inner};
}

struct span peek_head(struct peek *peek)
{
    size_t length = peek->stream.rest.length;
    length +=
        byte_reader_fill(&peek->stream.after, peek->bytes + length, sizeof peek->bytes - length);
    peek->stream.rest = (struct span){peek->bytes, length};
    return peek->stream.rest;
}

struct byte_reader peek_reader(struct peek *peek)
{
    return span_reader_start(&peek->stream);
}
