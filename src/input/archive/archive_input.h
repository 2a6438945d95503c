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
enum { PACKED_BYTES = 64 * 1024, PACKED_KEPT_BYTES = 8 };

/* Start as `struct packed packed = {.reader = reader};`. */
struct packed {
    struct byte_reader reader;
    bool has_no_more;                             /* the stream was read to its end */
    size_t zero_bytes;                            /* how many NULs it ended with so far */
    uint64_t offset;                              /* of the last block in the stream */
    size_t length;                                /* of the last block */
    uint64_t rest_position;                       /* of packed_rest in the stream */
    char bytes[PACKED_KEPT_BYTES + PACKED_BYTES]; /* what lies before the last block, then that */
};

/* The next block, empty at the end of the stream. Lent until the next call. */
struct span packed_next_block(struct packed *packed);

/* Why the stream ended too early; NULL when it did not, or has not ended. */
const char *packed_problem(const struct packed *packed);

/* The first place of `wanted` between two positions of the stream, in `*at`. False when it is not
 * there, or when what lies there is not held any more. */
bool packed_find(const struct packed *packed, uint64_t from, uint64_t to, struct span wanted,
                 uint64_t *at);

/* Reads the stream from `position` on, which lies in the last block, a few bytes before it or at
 * its end. No block can be asked for afterwards. */
struct byte_reader packed_rest(struct packed *packed, uint64_t position);

#endif
