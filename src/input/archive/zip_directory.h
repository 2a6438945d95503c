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

struct zip_table;

/* NULL with the fault set when memory fails. */
struct zip_table *zip_table_open(struct fault *fault);
void zip_table_close(struct zip_table *table);

/* A member that was met on the way. */
struct zip_met_member {
    uint64_t first; /* between this place of the zip and the next its header begins */
    uint64_t last;
    bool has_size; /* its header says it: */
    uint64_t size_bytes;
    bool is_plain_file; /* as far as its header says */
};

/* Members are noted from front to back. False without memory. */
bool zip_table_note_member(struct zip_table *table, const struct zip_met_member *member);

enum zip_table_step {
    ZIP_TABLE_TOLD,     /* the table names a member that was not met, or not so, or no plain file */
    ZIP_TABLE_END,      /* there are no more, and the table is whole */
    ZIP_TABLE_FOLLOWED, /* the same, but the zip ends before its stream does */
    ZIP_TABLE_DAMAGED,  /* the table is cut, or something else stands in it */
};

/* Looks for the next member that the table tells otherwise. `rest` delivers the zip from the end of
 * its last member on, or from before it where no header lies between. `*name`: any bytes, lent
 * until the next call;
 * `*why`: a sentence, static. */
enum zip_table_step zip_table_next(struct zip_table *table, struct byte_reader rest,
                                   struct span *name, const char **why);

#endif
