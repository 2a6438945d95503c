#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

void buffer_release(struct buffer *buffer)
{
    memory_free(buffer->bytes);
    *buffer = (struct buffer){0};
}

bool buffer_append(struct buffer *buffer, struct span text, struct fault *fault)
{
    if (text.length == 0)
        return true;
    if (!buffer_reserve(buffer, text.length, fault))
        return false;
    memcpy(buffer->bytes + buffer->length, text.bytes, text.length);
    buffer->length += text.length;
    return true;
}

bool buffer_append_byte(struct buffer *buffer, char byte, struct fault *fault)
{
    return buffer_append(buffer, (struct span){.bytes = &byte, .length = 1}, fault);
}

bool buffer_append_format(struct buffer *buffer, struct fault *fault, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    bool done = length >= 0 && buffer_reserve(buffer, (size_t)length + 1, fault);
    if (done) {
        vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, again);
        buffer->length += (size_t)length;
    }
    va_end(again);
    return done;
}
