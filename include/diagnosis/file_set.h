/* The set of distinct failed files: 24 bytes each (32 with the free places of the table), no path.
 */
#ifndef MARSIFT_DIAGNOSIS_FILE_SET_H
#define MARSIFT_DIAGNOSIS_FILE_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"

/* One file. `cell`, `folder` and `job` are the tally's numbers. */
struct file_entry {
    uint64_t key;  /* 0: a free place */
    uint32_t cell; /* host, category and code of its last event that had a code */
    uint32_t folder;
    uint32_t job;    /* of its last event */
    uint32_t events; /* of `cell`; those of its other codes are kept beside the set */
};

/* Start as `struct file_set files = {0};`. */
struct file_set {
    struct file_entry *entries;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

void file_set_release(struct file_set *files);

/* The file with `key`, added with zeros when it is new (then `*is_new`). Lent until the next
 * addition. NULL with the fault set. */
struct file_entry *file_set_add(struct file_set *files, uint64_t key, bool *is_new,
                                struct fault *fault);

/* Takes the file with `key` out, if it is there. Entries move. */
void file_set_remove(struct file_set *files, uint64_t key);

/* The file with `key`, or NULL. */
const struct file_entry *file_set_find(const struct file_set *files, uint64_t key);

#endif
