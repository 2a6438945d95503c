/* The set of distinct failed files: 24 bytes each and no path, in a table that is at least 60 %
 * full, past four million files 72 %, so that a file takes at most 33 bytes. */
#ifndef MARSIFT_TALLY_FILE_SET_H
#define MARSIFT_TALLY_FILE_SET_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/limits.h"

enum {
    FILE_BUCKET_BITS = 18,
    FILE_FOLDER_BITS = 19,
    FILE_JOB_BITS = 17,
    FILE_MILLISECOND_BITS = 10
};

/* The largest numbers; limits_default stays below them. As masks they show the compiler that a
 * number fits its bit-field. */
#define FILE_BUCKET_MASK      ((1u << FILE_BUCKET_BITS) - 1)
#define FILE_FOLDER_MASK      ((1u << FILE_FOLDER_BITS) - 1)
#define FILE_JOB_MASK         ((1u << FILE_JOB_BITS) - 1)
#define FILE_MILLISECOND_MASK ((1u << FILE_MILLISECOND_BITS) - 1)

/* The folder of a file past max_folders. */
#define FILE_NO_FOLDER FILE_FOLDER_MASK

/* One file. `bucket`, `folder` and `job` are numbers of the tally, which its limits keep small
 * enough. */
struct file_entry {
    uint64_t key;    /* a hash; 0: a free slot */
    uint32_t time;   /* event_precedence_time of the event that gave bucket and job; 0: unknown */
    uint32_t events; /* in `bucket`; those in earlier buckets are kept outside the set */
    uint64_t bucket : FILE_BUCKET_BITS; /* host, category and code of the last event with a code */
    uint64_t folder : FILE_FOLDER_BITS;
    uint64_t job : FILE_JOB_BITS;
    uint64_t millisecond : FILE_MILLISECOND_BITS; /* of `time` */
};

static_assert(FILE_BUCKET_BITS + FILE_FOLDER_BITS + FILE_JOB_BITS + FILE_MILLISECOND_BITS == 64,
              "the numbers fill a word");
static_assert(sizeof(struct file_entry) == 24, "millions of these are held");

/* Entries are sorted by key, each as close as its neighbours allow to its home: the slot that it
 * would have if keys were evenly spread. A key is found, or found missing, within three or four
 * neighbouring entries, and the table grows by small steps, in one pass over its own memory. Start
 * as `struct file_set files = {0};`. */
struct file_set {
    struct file_entry *entries;
    size_t capacity; /* slots that keys are spread over; spare ones follow for entries pushed on */
    size_t count;
};

void file_set_release(struct file_set *files);

/* Prefetches the slot of `key`: with millions of files nearly every lookup misses the processor's
 * cache. */
void file_set_prefetch(const struct file_set *files, uint64_t key);

/* The file with `key`, added with zeros when it is new (then `*is_new`). Lent until the next
 * addition. NULL with the fault set. */
struct file_entry *file_set_add(struct file_set *files, uint64_t key, bool *is_new,
                                struct fault *fault);

/* Removes the file with `key`, if it is there. Entries move. */
void file_set_remove(struct file_set *files, uint64_t key);

/* The file with `key`, or NULL. Lent until the next addition. */
const struct file_entry *file_set_find(const struct file_set *files, uint64_t key);

/* The next file, in no particular order, or NULL after the last. A walk begins with `*cursor` 0. */
const struct file_entry *file_set_next(const struct file_set *files, size_t *cursor);

#endif
