/* The table of contents at the end of a zip, held against the members that were met on the way
 * there: a zip is read from front to back, so what only its table names would be lost without a
 * word. That is how members are hidden from one reader and shown to another, and how overlapping
 * ones make a bomb. */
#ifndef MARSIFT_INPUT_ARCHIVE_ZIP_DIRECTORY_H
#define MARSIFT_INPUT_ARCHIVE_ZIP_DIRECTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "base/span.h"

/* Of a member's own header, without its name and what is extra. */
enum { ZIP_LOCAL_HEADER_BYTES = 30 };

struct zip_directory;

/* NULL with the fault set when memory fails. */
struct zip_directory *zip_directory_open(struct fault *fault);
void zip_directory_close(struct zip_directory *table);

/* A member that was met on the way. */
struct zip_seen_entry {
    uint64_t first; /* between this place of the zip and the next its header begins */
    uint64_t last;
    bool has_size; /* its header says it: */
    uint64_t size_bytes;
    bool is_plain_file; /* as far as its header says */
};

/* Members are noted from front to back. False without memory. */
bool zip_directory_note_member(struct zip_directory *table, const struct zip_seen_entry *member);

enum zip_directory_step {
    ZIP_DIRECTORY_MISMATCH, /* the table names a member that was not met, or not so, or no plain
                               file */
    ZIP_DIRECTORY_END,      /* there are no more, and the table is whole */
    ZIP_DIRECTORY_FOLLOWED, /* the same, but the zip ends before its stream does */
    ZIP_DIRECTORY_DAMAGED,  /* the table is cut, or something else stands in it */
};

/* Looks for the next member that the table tells otherwise. `rest` delivers the zip from the end of
 * its last member on, or from before it where no header lies between. `*name`: any bytes, lent
 * until the next call;
 * `*why`: a sentence, static. */
enum zip_directory_step zip_directory_next(struct zip_directory *table, struct byte_reader rest,
                                           struct span *name, const char **why);

#endif
