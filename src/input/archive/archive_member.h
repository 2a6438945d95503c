/* Describes one member of an archive by its header in libarchive. */
#ifndef MARSIFT_INPUT_ARCHIVE_ARCHIVE_MEMBER_H
#define MARSIFT_INPUT_ARCHIVE_ARCHIVE_MEMBER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/datetime.h"
#include "base/span.h"

struct archive;
struct archive_entry;

/* One member of an archive. Lent until the next member is read. */
struct archive_member {
    bool is_folder;
    uint64_t number;          /* in its archive, from 1 */
    struct span name;         /* as stored: any bytes, "/" or "\" between folders */
    struct datetime modified; /* unset when the archive does not say */
    const char *refusal;      /* a sentence on why it cannot be read, or NULL */
    const char *warning;      /* a sentence on what was ignored in its header, or NULL */
    bool has_path_traversal;  /* its name leads out of the folder that it would be unpacked to */
    bool lacks_name;          /* its name needs a locale that the system lacks */
    int64_t header_offset;    /* of its header in the packed stream; -1 unless a plain file */
    uint64_t decoder_bytes;   /* of the dictionary that its header asks for; UINT64_MAX: unknown */
    int64_t data_offset;      /* of the byte that libarchive reads next */
};

/* Returns a sentence on why a member of the file type in `mode` (stat(2)) is not read; NULL for a
 * plain file, a folder and an unknown type. */
const char *archive_member_refusal_of_kind(mode_t mode);

/* Fills `member` from `entry`, the header that `archive` has just read. Lent by `entry`. */
void archive_member_describe(struct archive_member *member, struct archive *archive,
                             struct archive_entry *entry);

enum { ARCHIVE_MEMBER_UNNAMED_BYTES = 48 };

/* Returns the member's name; of an unnamed one its number, written to `unnamed`, so that it is not
 * mistaken for the archive. */
struct span archive_member_name(const struct archive_member *member,
                                char unnamed[ARCHIVE_MEMBER_UNNAMED_BYTES]);

#endif
