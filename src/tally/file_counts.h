/* The distinct failed files, and their sums by bucket, category and folder.
 *
 * Merge: files are a union by key, where event_precedence decides which entry a file takes; the
 * events of the other entry become those of an earlier code. Counts are sums, periods extremes,
 * sketches unions; examples are those that come first by place. Buckets and folders of the other
 * tally are renumbered. */
#ifndef MARSIFT_TALLY_FILE_COUNTS_H
#define MARSIFT_TALLY_FILE_COUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/datetime.h"
#include "base/fault.h"
#include "base/hash_array.h"
#include "base/hyperloglog.h"
#include "base/limits.h"
#include "base/span.h"
#include "base/string_pool.h"
#include "tally/event_precedence.h"
#include "tally/file_set.h"
#include "tally/folder_counts.h"
#include "tally/source_records.h"

enum { BUCKET_EXAMPLES = 4 };

/* A file of a bucket. If a later event moves the file to another bucket, its place goes to the next
 * file; until then it still shows an event of this bucket. A later job's file takes the place of an
 * earlier one's, since that may have been read since. */
struct bucket_example {
    struct report_example example;
    uint64_t key;  /* of the file */
    uint32_t time; /* event_precedence_time of the event */
    uint32_t job;
    bool is_used;
};

/* Failed files of one host with one code in one category, under one context rule or none. */
struct tally_bucket {
    uint32_t host;
    bool has_code;
    uint32_t code;
    size_t category;
    bool has_context;
    size_t context;
    struct datetime first;
    struct datetime last;
    uint64_t files; /* that are now in it, and their events: see file_totals.h */
    uint64_t events;
    struct bucket_example examples[BUCKET_EXAMPLES];
    size_t example_count; /* that are used */
    uint32_t full_since; /* 1 + the number of the job that has no place among the examples any more;
                            0: none */
};

/* Events recorded for a file under another code than its own, or under none. */
struct tally_earlier_code {
    uint64_t key; /* of the file */
    uint32_t bucket;
    uint32_t events;
};

/* A failed file as the `files` command shows it. */
struct tally_file {
    uint64_t key; /* in the set of files */
    uint32_t host;
    uint32_t bucket;
    struct span job;
    struct span operation;
    struct span path;
    struct span source;
    struct datetime time;
    struct datetime first; /* of all its events */
    struct datetime last;
    struct place place;                 /* of the event that its code comes from */
    struct event_precedence precedence; /* of that event */
    struct place listed;                /* its entry in the newest list; line 0: none */
    struct event_precedence listing;    /* of that entry */
    bool is_joined;                     /* another row is the same file, by the drive's letter */
    uint64_t events;
};

/* Failed files of one category for which the set of files had no room. */
struct tally_overflow {
    struct hyperloglog files;
    uint64_t events;
};

struct file_counts {
    const struct limits *limits; /* lent */
    size_t category_count;
    struct file_set files;
    uint64_t events;                 /* of all failed files */
    struct hash_array buckets;       /* of struct tally_bucket */
    struct hash_array earlier_codes; /* of struct tally_earlier_code */
    struct string_pool folders;      /* at most max_folders, of max_folder_bytes */
    struct folder_counts folder_counts;
    struct hyperloglog overflow_files; /* of all categories */
    struct tally_overflow *overflow;   /* by category; NULL until the set is full */
    struct hash_array rows;            /* of struct tally_file; filled only when asked for */
};

/* Starts without files, for categories below `category_count`. `limits` is lent until
 * file_counts_release. False with the fault set. */
bool file_counts_open(struct file_counts *files, const struct limits *limits, size_t category_count,
                      struct fault *fault);

void file_counts_release(struct file_counts *files);

/* Finds or adds the folder whose hash is `key`: its number. Without room for a new one that is
 * FILE_NO_FOLDER, and `*hit` is the limit; else `*hit` stays as it was. A name is copied to
 * `arena`. False with the fault set. */
bool file_counts_add_folder(struct file_counts *files, struct arena *arena, uint64_t key,
                            struct span folder, uint32_t *number, enum limit_id *hit,
                            struct fault *fault);

/* Counts an event of the file with `key`, for which the set has no room: how many such files there
 * are is estimated. False with the fault set. */
bool file_counts_add_overflow(struct file_counts *files, uint64_t key, size_t category,
                              struct fault *fault);

/* The next example whose file still belongs to bucket number `bucket`, or NULL after the last. A
 * walk begins with `*cursor` 0. */
const struct bucket_example *file_counts_next_example(const struct file_counts *files,
                                                      uint32_t bucket, size_t *cursor);

#endif
