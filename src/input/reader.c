#include "input/reader.h"

size_t byte_reader_fill(const struct byte_reader *reader, char *bytes, size_t capacity)
{
    size_t length = 0;
    while (length < capacity) {
        size_t got = reader->read(reader->context, bytes + length, capacity - length);
        if (got == 0)
            break;
        length += got;
    }
    return length;
}
