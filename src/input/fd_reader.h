/* What is behind a descriptor, as a stream of bytes. */
#ifndef MARSIFT_INPUT_FD_READER_H
#define MARSIFT_INPUT_FD_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/byte_reader.h"

/* Start as `struct file_bytes file = {.descriptor = descriptor};`. The descriptor is not closed.
 * Of a regular file `length` is what it had at the start: one that is shorter at its end was cut
 * while it was read, which is a problem. */
struct fd_reader {
    int descriptor;
    int64_t length;
    bool is_at_end;
    char problem[128]; /* "" while there is none */
};

/* Lends `file`. */
struct byte_reader fd_reader_start(struct fd_reader *file);

#endif
