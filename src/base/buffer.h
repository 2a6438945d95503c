/* A growing array of bytes: the one way to build text of unknown length. */
#ifndef MARSIFT_BASE_BUFFER_H
#define MARSIFT_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/memory.h"
#include "base/span.h"

/* Start as `struct buffer buffer = {0};`. The bytes are not NUL-terminated. */
struct buffer {
    char *bytes;
    size_t length;
    size_t capacity;
};

/* Frees the bytes; the buffer is empty and usable again. */
void buffer_release(struct buffer *buffer);

/* Makes room for `more_bytes` after the content, which may move. False with the fault set. */
static inline bool buffer_reserve(struct buffer *buffer, size_t more_bytes, struct fault *fault)
{
    void *bytes = buffer->bytes;
    if (!memory_reserve(&bytes, &buffer->capacity, buffer->length + more_bytes, 1, fault))
        return false;
    buffer->bytes = bytes;
    return true;
}

/* Each appends to the content, which may move. False with the fault set, and nothing appended. */
bool buffer_append(struct buffer *buffer, struct span text, struct fault *fault);
bool buffer_append_byte(struct buffer *buffer, char byte, struct fault *fault);
bool buffer_append_format(struct buffer *buffer, struct fault *fault, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Returns the content, lent until the buffer changes. */
static inline struct span buffer_span(const struct buffer *buffer)
{
    return (struct span){.bytes = buffer->bytes, .length = buffer->length};
}

#endif
