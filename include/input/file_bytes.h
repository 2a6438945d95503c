/* What is behind a descriptor, as a stream of bytes. */
#ifndef MARSIFT_INPUT_FILE_BYTES_H
#define MARSIFT_INPUT_FILE_BYTES_H

#include <stdbool.h>

#include "input/reader.h"

/* Start as `struct file_bytes file = {.descriptor = descriptor};`. The descriptor is not closed. */
struct file_bytes {
    int descriptor;
    bool is_at_end;
    char problem[128]; /* "" while there is none */
};

/* Lends `file`. */
struct byte_reader file_bytes_reader(struct file_bytes *file);

#endif
