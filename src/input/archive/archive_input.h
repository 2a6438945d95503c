/* Feeds an archive's packed bytes to libarchive. libarchive reads ahead, so what follows the last
 * member can be read once more. */
#ifndef MARSIFT_INPUT_ARCHIVE_ARCHIVE_INPUT_H
#define MARSIFT_INPUT_ARCHIVE_ARCHIVE_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/span.h"

/* libarchive's position may be a few bytes before the block that it asked for last. */
enum { ARCHIVE_INPUT_BYTES = 64 * 1024, ARCHIVE_INPUT_TAIL_BYTES = 8 };

/* So many bytes after libarchive's position can be looked at before it reads them. */
enum { ARCHIVE_INPUT_AHEAD_BYTES = 16 };

/* Start as `struct archive_input input = {.reader = reader};`. */
struct archive_input {
    struct byte_reader reader;
    bool has_no_more;       /* the stream was read to its end */
    size_t zero_bytes;      /* NULs at the end of what was read so far */
    uint64_t offset;        /* of the last block in the stream */
    size_t length;          /* of the last block */
    size_t ahead_length;    /* read after the last block */
    uint64_t rest_position; /* of archive_input_rest in the stream */
    char bytes[ARCHIVE_INPUT_TAIL_BYTES + ARCHIVE_INPUT_BYTES +
               ARCHIVE_INPUT_AHEAD_BYTES]; /* the tail of the previous block, the last block, and
                                              what is ahead */
};

/* Returns the next block, empty at the end of the stream. Lent until the next call. */
struct span archive_input_next_block(struct archive_input *input);

/* Returns why the stream ended too early; NULL when it did not, or has not ended. */
const char *archive_input_problem(const struct archive_input *input);

/* Finds the first occurrence of `wanted` between two positions of the stream, and sets `*at`. False
 * when there is none, or the bytes there are no longer buffered. */
bool archive_input_find(const struct archive_input *input, uint64_t from, uint64_t to,
                        struct span wanted, uint64_t *at);

/* Returns the bytes at `position` of the stream, which is in the last block or at its end: up to
 * ARCHIVE_INPUT_AHEAD_BYTES, fewer where the stream ends. Lent until the next block. */
struct span archive_input_ahead(const struct archive_input *input, uint64_t position);

/* Returns a reader of the stream from `position` on, which is in the last block, a few bytes before
 * it or at its end. No more blocks can be requested afterwards. */
struct byte_reader archive_input_rest(struct archive_input *input, uint64_t position);

#endif
