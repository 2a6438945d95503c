/* Archives (zip, 7z, cab, tar) and compressed streams (xz, bzip2, zstd, lz4, lzip) through
 * libarchive, streamed from any reader: with input/member and input/archive_format, the place that
 * knows it. */
#ifndef MARSIFT_INPUT_ARCHIVE_ARCHIVE_READER_H
#define MARSIFT_INPUT_ARCHIVE_ARCHIVE_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "input/archive/archive_member.h"
#include "input/archive/content_type.h"
#include "input/archive/random_access.h"

struct archive_reader;

enum archive_reader_step {
    ARCHIVE_READER_MEMBER,  /* there is a member, and archive_reader_member reads it */
    ARCHIVE_READER_END,     /* there are no more */
    ARCHIVE_READER_DAMAGED, /* nor can any more be found: archive_reader_problem says why */
    ARCHIVE_READER_TOO_BIG  /* a 7z archive that is no file of its own and exceeds max_held_bytes */
};

/* Opens what `packed` delivers, which is `content` (an archive or a compressed stream but gzip).
 * `random_access` (lent until archive_reader_close) has the same bytes, or is NULL: 7z wants to
 * seek, and without it all of it, up to `max_held_bytes`, is held in memory. NULL with the fault
 * set when memory fails; all else is told by archive_reader_next. */
struct archive_reader *archive_reader_open(enum content_type content, struct byte_reader packed,
                                           const struct random_access *random_access,
                                           uint64_t max_held_bytes, struct fault *fault);

/* Goes on to the next member; what was not read of the last one is passed over. A compressed stream
 * has one nameless member. */
enum archive_reader_step archive_reader_next(struct archive_reader *unpack,
                                             struct archive_member *member);

/* The bytes of the current member. Its problem is that of the member. Lent until
 * archive_reader_close. */
struct byte_reader archive_reader_member(struct archive_reader *unpack);

/* How many packed bytes went into what was read of the current member; of a 7z, whose members share
 * their data, all that it has. */
uint64_t archive_reader_packed_bytes(const struct archive_reader *unpack);

/* When a zip gives no more members: the next one that its table of contents names and that was not
 * met, and why. False when there is none, and for other archives; what is wrong with the table is
 * then the problem of the archive, if it had none. `*name` is lent until the next call. */
bool archive_reader_next_missing(struct archive_reader *unpack, struct span *name,
                                 const char **why);

/* Why the archive ended before its end; NULL when it did not. Lent by `unpack`. */
const char *archive_reader_problem(const struct archive_reader *unpack);

void archive_reader_close(struct archive_reader *unpack);

#endif
