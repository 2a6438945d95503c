#include "base/byte_reader.h"

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

bool byte_reader_has_more_than_padding(struct byte_reader reader)
{
    char bytes[4096];
    size_t got = 0;
    while ((got = reader.read(reader.context, bytes, sizeof bytes)) > 0)
        for (size_t i = 0; i < got; i++)
            if (bytes[i] != '\0')
                return true;
    return false;
}
