/* The set of distinct failed files: 24 bytes each, no path, in a table that is at least 60 % full,
 * beyond four million files 72 %: then a file takes 33 bytes at most. */
#ifndef MARSIFT_TALLY_FILE_SET_H
#define MARSIFT_TALLY_FILE_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/limits.h"

enum { FILE_BUCKET_BITS = 22, FILE_FOLDER_BITS = 24, FILE_JOB_BITS = 18 };

/* The largest numbers, which limits_default stays below; as masks they tell the compiler so. */
#define FILE_BUCKET_MASK ((1u << FILE_BUCKET_BITS) - 1)
#define FILE_FOLDER_MASK ((1u << FILE_FOLDER_BITS) - 1)
#define FILE_JOB_MASK    ((1u << FILE_JOB_BITS) - 1)

/* The folder of a file beyond max_folders. */
#define FILE_NO_FOLDER FILE_FOLDER_MASK

/* One file. `cell`, `folder` and `job` are the tally's numbers, which its limits keep in bounds. */
struct file_entry {
    uint64_t key;  /* a hash; 0: a free place */
    uint32_t time; /* of the event that its cell and job come from, see event_precedence_of_file.h;
                      0: unknown */
    uint32_t events; /* of `cell`; those of its other codes are kept beside the set */
    uint64_t bucket
        : FILE_BUCKET_BITS; /* host, category and code of its last event that had a code */
    uint64_t folder : FILE_FOLDER_BITS;
    uint64_t job : FILE_JOB_BITS;
};

/* The entries lie in the order of their keys, each as near as the others let it to the place that
 * its key would have if keys were evenly spread: so a key is found, or found missing, after three
 * or four entries side by side, and the table can grow by small steps, in one pass over the memory
 * that it has. Start as `struct file_set files = {0};`. */
struct file_set {
    struct file_entry *entries;
    size_t
        capacity; /* places that keys are spread over; behind them is room for what is pushed on */
    size_t count;
};

void file_set_release(struct file_set *files);

/* Asks the processor to fetch the place of `key`, which will be wanted soon: with millions of files
 * nearly every look is a miss of the cache, and much of the time of counting was waiting for it. */
void file_set_prefetch(const struct file_set *files, uint64_t key);

/* The file with `key`, added with zeros when it is new (then `*is_new`). Lent until the next
 * addition. NULL with the fault set. */
struct file_entry *file_set_add(struct file_set *files, uint64_t key, bool *is_new,
                                struct fault *fault);

/* Takes the file with `key` out, if it is there. Entries move. */
void file_set_remove(struct file_set *files, uint64_t key);

/* The file with `key`, or NULL. */
const struct file_entry *file_set_find(const struct file_set *files, uint64_t key);

/* The next file of a walk that begins with `*place` 0, in no particular order, or NULL. */
const struct file_entry *file_set_next(const struct file_set *files, size_t *place);

#endif
