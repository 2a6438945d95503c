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

bool byte_reader_has_more_than_padding(struct byte_reader reader)
{
    char bytes[4096];
    size_t length = 0;
    while ((length = reader.read(reader.context, bytes, sizeof bytes)) > 0)
        for (size_t i = 0; i < length; i++)
            if (bytes[i] != '\0')
                return true;
    return false;
}
