/* The number of failed files of each category in each folder. A dense table, because most folders
 * of a run that has many hold files of most of its categories. */
#ifndef MARSIFT_TALLY_FOLDER_COUNTS_H
#define MARSIFT_TALLY_FOLDER_COUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/hash_table.h"

/* Start with zeros and folder_counts_open. */
struct folder_counts {
    uint16_t *files;           /* [folder][slot]: the low 16 bits of each count */
    struct hash_table carries; /* the bits above, by folder and category */
    size_t folder_capacity;
    size_t slot_capacity;
    size_t *slots; /* by category, from 1 on; 0: it never had a file */
    size_t slot_count;
};

/* Makes room for categories below `category_count`. False with the fault set. */
bool folder_counts_open(struct folder_counts *counts, size_t category_count, struct fault *fault);

void folder_counts_release(struct folder_counts *counts);

/* Counts a file of `category`, unless its folder is FILE_NO_FOLDER. False with the fault set. */
bool folder_counts_add(struct folder_counts *counts, uint32_t folder, size_t category,
                       struct fault *fault);

/* Takes back a file that was counted. False with the fault set. */
bool folder_counts_remove(struct folder_counts *counts, uint32_t folder, size_t category,
                          struct fault *fault);

/* The number of files; 0 for a folder without any. */
uint32_t folder_counts_at(const struct folder_counts *counts, uint32_t folder, size_t category);

#endif
