/* Bytes that can be read at any offset: those of a regular file, or of memory. */
#ifndef MARSIFT_INPUT_ARCHIVE_RANDOM_ACCESS_H
#define MARSIFT_INPUT_ARCHIVE_RANDOM_ACCESS_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* Start as {.file = descriptor}, or as {.file = -1, .bytes = ...}. Both are lent by the caller. The
 * position of the descriptor is neither used nor moved. */
struct random_access {
    int file;
    struct span bytes;
};

/* Reads up to `capacity` bytes at `offset` and returns how many: 0 at or after the end, -1 with
 * errno set when the file cannot be read. */
ptrdiff_t random_access_read(const struct random_access *input, uint64_t offset, char *bytes,
                             size_t capacity);

/* The length in bytes; of a file its length now, 0 when the system does not say. */
uint64_t random_access_length(const struct random_access *input);

#endif
