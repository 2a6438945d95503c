/* Bytes that libarchive reads in any order: of a file, or of memory. */
#ifndef MARSIFT_INPUT_ARCHIVE_SEEK_INPUT_H
#define MARSIFT_INPUT_ARCHIVE_SEEK_INPUT_H

#include <archive.h>
#include <stdint.h>

#include "base/span.h"

enum { SEEK_INPUT_BLOCK_BYTES = 64 * 1024 };

/* Start as {.file = descriptor}, or as {.file = -1, .bytes = ...}, which are lent. */
struct seek_input {
    int file;
    struct span bytes;
    int64_t position;
    char block[SEEK_INPUT_BLOCK_BYTES];
};

/* Opens `archive` on `seekable`, which has to stay until the archive is freed. What libarchive
 * says: less than ARCHIVE_WARN is a failure. */
int seek_input_open(struct seek_input *seekable, struct archive *archive);

/* archive_read_open, with the difference that it does not go on where memory was refused. */
int seek_input_open_archive(struct archive *archive, archive_read_callback *read, void *context);

#endif
