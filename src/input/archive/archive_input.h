/* The packed bytes of an archive on their way to libarchive, which reads ahead: what lies behind
 * the last member can be read once more. */
#ifndef MARSIFT_INPUT_ARCHIVE_ARCHIVE_INPUT_H
#define MARSIFT_INPUT_ARCHIVE_ARCHIVE_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/span.h"

/* libarchive may stand a few bytes before the block that it asked for last. */
enum { ARCHIVE_INPUT_BYTES = 64 * 1024, ARCHIVE_INPUT_KEPT_BYTES = 8 };

/* Start as `struct packed packed = {.reader = reader};`. */
struct archive_input {
    struct byte_reader reader;
    bool has_no_more;       /* the stream was read to its end */
    size_t zero_bytes;      /* how many NULs it ended with so far */
    uint64_t offset;        /* of the last block in the stream */
    size_t length;          /* of the last block */
    uint64_t rest_position; /* of archive_input_rest in the stream */
    char bytes[ARCHIVE_INPUT_KEPT_BYTES +
               ARCHIVE_INPUT_BYTES]; /* what lies before the last block, then that */
};

/* The next block, empty at the end of the stream. Lent until the next call. */
struct span archive_input_next_block(struct archive_input *packed);

/* Why the stream ended too early; NULL when it did not, or has not ended. */
const char *archive_input_problem(const struct archive_input *packed);

/* The first place of `wanted` between two positions of the stream, in `*at`. False when it is not
 * there, or when what lies there is not held any more. */
bool archive_input_find(const struct archive_input *packed, uint64_t from, uint64_t to,
                        struct span wanted, uint64_t *at);

/* Reads the stream from `position` on, which lies in the last block, a few bytes before it or at
 * its end. No block can be asked for afterwards. */
struct byte_reader archive_input_rest(struct archive_input *packed, uint64_t position);

#endif
