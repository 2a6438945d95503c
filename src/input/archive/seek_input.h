/* Lets libarchive read bytes in any order, for formats that cannot be read from front to back. */
#ifndef MARSIFT_INPUT_ARCHIVE_SEEK_INPUT_H
#define MARSIFT_INPUT_ARCHIVE_SEEK_INPUT_H

#include <archive.h>
#include <stdint.h>

#include "input/archive/random_access.h"

enum { SEEK_INPUT_BLOCK_BYTES = 64 * 1024 };

/* Start as {.bytes = ...}. */
struct seek_input {
    struct random_access bytes;
    int64_t position;
    char block[SEEK_INPUT_BLOCK_BYTES];
};

/* Opens `archive` on `input`, which has to stay until the archive is freed. Returns what
 * libarchive returns: less than ARCHIVE_WARN is a failure. */
int seek_input_open(struct seek_input *input, struct archive *archive);

/* archive_read_open, except that it stops where memory was refused. */
int seek_input_open_archive(struct archive *archive, archive_read_callback *read, void *context);

#endif
