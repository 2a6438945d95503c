/* Checks a zip's central directory against the members read so far. A zip is read from front to
 * back, so a member that only the directory names would be lost silently. That is how members are
 * hidden from one reader and shown to another, and how overlapping ones make a bomb. */
#ifndef MARSIFT_INPUT_ARCHIVE_ZIP_DIRECTORY_H
#define MARSIFT_INPUT_ARCHIVE_ZIP_DIRECTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "base/span.h"

/* Of a member's local header, without its name and extra field. */
enum { ZIP_LOCAL_HEADER_BYTES = 30 };

struct zip_directory;

/* NULL with the fault set when memory fails. */
struct zip_directory *zip_directory_open(struct fault *fault);

/* NULL is allowed. */
void zip_directory_close(struct zip_directory *directory);

/* A member that was read, by its local header. */
struct zip_seen_entry {
    uint64_t first; /* its header begins at this offset of the zip or later */
    uint64_t last;  /* and at this one or earlier */
    bool has_size;  /* the header gives its size: */
    uint64_t size_bytes;
    bool is_plain_file; /* as far as the header shows */
};

/* Records a member. They must be recorded in the order of their offsets. False without memory. */
bool zip_directory_note_entry(struct zip_directory *directory, const struct zip_seen_entry *entry);

enum zip_directory_step {
    ZIP_DIRECTORY_MISMATCH, /* the directory names a member that was not seen, or was seen with
                               other properties, or that is no plain file */
    ZIP_DIRECTORY_END,     /* no more entries, and the directory is whole; `rest` then delivers what
                              follows the zip */
    ZIP_DIRECTORY_DAMAGED, /* the directory is cut, or something else is in its place */
};

/* Finds the next mismatch. `rest` delivers the zip from the end of its last member on, or from an
 * earlier place if no header lies between. `*name`: any bytes, lent until the next call; `*why`: a
 * sentence, static. */
enum zip_directory_step zip_directory_next(struct zip_directory *directory, struct byte_reader rest,
                                           struct span *name, const char **why);

#endif
