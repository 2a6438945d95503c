/* Reads a descriptor as a stream of bytes. */
#ifndef MARSIFT_INPUT_FD_READER_H
#define MARSIFT_INPUT_FD_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/byte_reader.h"

/* Start as `struct fd_reader file = {.descriptor = descriptor};`. The descriptor is not closed.
 * For a regular file, set `length` to its length in bytes at the start: if it is shorter when its
 * end is reached, it was truncated while it was read, which is a problem. */
struct fd_reader {
    int descriptor;
    int64_t length;
    bool is_at_end;
    char problem[128]; /* "" for none */
};

/* Returns a reader that lends `file`. */
struct byte_reader fd_reader_start(struct fd_reader *file);

#endif
