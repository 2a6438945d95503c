/* How many files of each category lie in each folder: a dense table, because most folders of a run
 * with many of them hold files of most of its reasons. A hash of pairs took 100 MB
 * and a quarter of the run for a list of 3 million entries. */
#ifndef MARSIFT_TALLY_FOLDER_COUNTS_H
#define MARSIFT_TALLY_FOLDER_COUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/hash_table.h"

/* Start as `struct folder_counts counts = {0};`. */
struct folder_counts {
    uint16_t *files; /* [folder][slot]; what is beyond 16 bits of a count is in `carries` */
    struct hash_table carries; /* by folder and category */
    size_t folder_capacity;
    size_t slot_capacity;
    size_t *slots; /* by category, from 1 on; 0: no file was ever of it */
    size_t slot_count;
};

/* Makes room for categories below `category_count`. */
bool folder_counts_open(struct folder_counts *counts, size_t category_count, struct fault *fault);
void folder_counts_release(struct folder_counts *counts);

/* Counts a file of `category`; one without a folder (FILE_NO_FOLDER) is left out. */
bool folder_counts_add(struct folder_counts *counts, uint32_t folder, size_t category,
                       struct fault *fault);

/* Takes back a file that was counted. */
bool folder_counts_remove(struct folder_counts *counts, uint32_t folder, size_t category,
                          struct fault *fault);

uint32_t folder_counts_at(const struct folder_counts *counts, uint32_t folder, size_t category);

#endif
