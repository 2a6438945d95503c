/* One member of an archive, as libarchive sees it. */
#ifndef MARSIFT_INPUT_ARCHIVE_ARCHIVE_MEMBER_H
#define MARSIFT_INPUT_ARCHIVE_ARCHIVE_MEMBER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/datetime.h"
#include "base/span.h"

struct archive;
struct archive_entry;

/* One member of an archive, lent until the next one is asked for. */
struct archive_member {
    bool is_folder;
    uint64_t number;          /* in its archive, from 1 */
    struct span name;         /* as the archive has it: any bytes, "/" or "\" between folders */
    struct datetime modified; /* unset when the archive does not say */
    const char *refusal;      /* a sentence on why it cannot be read, or NULL */
    const char *warning;      /* a sentence on what was ignored of its header, or NULL */
    bool leads_out;           /* its name does: unpacked by it, it would lie somewhere else */
    bool lacks_name;          /* it has one, which takes a locale that could not be had */
    int64_t header_offset; /* where it begins in the packed stream; -1 for what is no plain file */
    int64_t data_offset;   /* where libarchive goes on to read */
};

/* A sentence on why a member of the kind that the file type of `mode` (stat(2)) says is not read;
 * NULL for a plain file, a folder and what is unknown. */
const char *archive_member_refusal_of_kind(mode_t mode);

/* What `entry`, the header that `archive` has just read, says. Lent by `entry`. */
void archive_member_describe(struct archive_member *member, struct archive *archive,
                             struct archive_entry *entry);

#endif
