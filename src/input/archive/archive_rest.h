/* What follows the end of an archive: a second archive or a log that was appended to it. libarchive
 * ignores it silently. */
#ifndef MARSIFT_INPUT_ARCHIVE_ARCHIVE_REST_H
#define MARSIFT_INPUT_ARCHIVE_ARCHIVE_REST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/span.h"
#include "base/span_reader.h"
#include "input/archive/random_access.h"

/* Start as {0}. The functions below set `*rest` to a reader of what follows, from its first byte
 * other than NUL on, and return false if there is no such byte. Lent as long as `state`. */
struct archive_rest {
    struct span_reader found; /* the rest of a block that was searched, then the stream */
    const struct random_access *archive; /* of a 7z */
    uint64_t offset;                     /* of the next byte in it */
    uint64_t cab_bytes;                  /* the length that the header of a cab gives */
    char bytes[4096];
};

/* `inner` starts where the archive ends. */
bool archive_rest_of(struct archive_rest *state, struct byte_reader inner,
                     struct byte_reader *rest);

/* Of the 7z `archive`, whose header says where it ends. */
bool archive_rest_of_7z(struct archive_rest *state, const struct random_access *archive,
                        struct byte_reader *rest);

/* Reads a cab's length in its first bytes. */
void archive_rest_note_cab(struct archive_rest *state, struct span head);

/* Of the noted cab; `inner` starts at `position` of it. */
bool archive_rest_of_cab(struct archive_rest *state, struct byte_reader inner, uint64_t position,
                         struct byte_reader *rest);

#endif
