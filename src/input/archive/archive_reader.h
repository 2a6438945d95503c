/* Reads archives (zip, 7z, cab, tar) and compressed streams (xz, bzip2, zstd, lz4, lzip) from any
 * byte reader through libarchive. Only the files in this folder know libarchive. */
#ifndef MARSIFT_INPUT_ARCHIVE_ARCHIVE_READER_H
#define MARSIFT_INPUT_ARCHIVE_ARCHIVE_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "base/limits.h"
#include "input/archive/archive_member.h"
#include "input/archive/content_type.h"
#include "input/archive/random_access.h"

struct archive_reader;

enum archive_reader_step {
    ARCHIVE_READER_MEMBER,  /* a member, which archive_member_reader_of reads */
    ARCHIVE_READER_END,     /* no more members */
    ARCHIVE_READER_DAMAGED, /* no more can be found: archive_reader_problem gives the reason */
    ARCHIVE_READER_TOO_BIG  /* a 7z exceeds archive_reader_limit */
};

/* Opens the stream `packed`, which is `content` (an archive, or a compressed stream but gzip).
 * `random_access` (lent until archive_reader_close) has the same bytes, or is NULL: 7z must seek,
 * and without it all of the archive, up to max_held_bytes of `limits`, is held in memory. Both are
 * lent until archive_reader_close. NULL with the fault set when memory fails; archive_reader_next
 * reports anything else. */
struct archive_reader *archive_reader_open(enum content_type content, struct byte_reader packed,
                                           const struct random_access *random_access,
                                           const struct limits *limits, struct fault *fault);

/* Goes on to the next member and skips the rest of the current one. A compressed stream has one
 * member, without a name. */
enum archive_reader_step archive_reader_next(struct archive_reader *reader,
                                             struct archive_member *member);

/* Returns how many packed bytes were read for the current member so far; for a 7z, whose members
 * share their data, its total length. */
uint64_t archive_reader_packed_bytes(const struct archive_reader *reader);

/* After the last member of a zip: finds the next member that only the central directory names, or
 * names with other properties, and why. False when there are no more, and for other archives; a
 * damaged directory then is the archive's problem, unless it has another. `*name` is lent until the
 * next call, `*why` is static. */
bool archive_reader_next_missing(struct archive_reader *reader, struct span *name,
                                 const char **why);

/* After the last member of an archive without a problem, and archive_reader_next_missing, and after
 * a compressed stream: true if
 * anything but NULs follows the archive's end. `*rest` then reads it, from the first other byte on;
 * lent until archive_reader_close. */
bool archive_reader_rest(struct archive_reader *reader, struct byte_reader *rest);

/* After ARCHIVE_READER_TOO_BIG: max_held_bytes, of an archive without random access, or
 * max_decoder_bytes. */
enum limit_id archive_reader_limit(const struct archive_reader *reader);

/* Returns why the archive ended before its end; NULL when it did not. Lent by `reader`. */
const char *archive_reader_problem(const struct archive_reader *reader);

/* NULL is allowed. */
void archive_reader_close(struct archive_reader *reader);

#endif
