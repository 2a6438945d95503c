#include "base/byte_reader.h"

const char *byte_reader_no_problem(void *context)
{
    (void)context;
    return NULL;
}

size_t byte_reader_fill(const struct byte_reader *reader, char *bytes, size_t capacity)
{
    size_t length = 0;
    while (length < capacity) {
        size_t read_bytes = reader->read(reader->context, bytes + length, capacity - length);
        if (read_bytes == 0)
            break;
        length += read_bytes;
    }
    return length;
}
