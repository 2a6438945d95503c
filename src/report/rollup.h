/* Sums of the failed files that are unprotected now: by host, category and code, by folder and by
 * rule; and of all failed files by job. */
#ifndef MARSIFT_REPORT_ROLLUP_H
#define MARSIFT_REPORT_ROLLUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/hash_array.h"
#include "report/report.h"
#include "tally/tally_parts.h"

/* A file counts for its last code. Events under its earlier codes are in the same category, in rows
 * of these codes, which may have no files. */
struct row_sum {
    uint32_t host;
    size_t category;
    bool has_code;
    uint32_t code;
    uint64_t files;
    uint64_t events;
    struct datetime first;
    struct datetime last;
    struct report_example example;
    bool is_own_example; /* its file is one of `files` */
    bool has_context;    /* the rule `context` concerns every file of it */
    size_t context;
};

/* Files of one category in one folder, or in one job. */
struct part_sum {
    uint32_t part; /* number of the folder or job in the tally */
    uint32_t host; /* of its files */
    size_t category;
    uint64_t files;
    uint64_t events;
};

/* Files of one category under one context rule. */
struct context_sum {
    size_t category;
    size_t context;
    uint64_t files;
};

/* Files of one bucket that are not unprotected. */
struct settled_sum {
    uint64_t files;
    uint64_t events;
};

struct rollup {
    struct hash_array rows; /* of struct row_sum */
    struct hash_array
        folders; /* of struct part_sum, by host, folder and category; only if asked for */
    struct hash_array
        jobs; /* of struct part_sum, by run and category; filled by build_run_categories */
    struct hash_array kinds;     /* of struct part_sum, by host, kind of backups and category: the
                                    files of hosts that have both kinds; see kind_files.h */
    struct hash_array contexts;  /* of struct context_sum */
    struct settled_sum *settled; /* by number of a bucket; NULL if every file is unprotected */
    struct hash_array
        settled_folders; /* of struct part_sum: the files not to count, without hosts */
    uint64_t files;      /* unprotected */
    uint64_t files_ever; /* all */
    uint64_t files_read_since;
    uint64_t *read_since_of_host; /* by number of a host; NULL if there are none */
};

struct builder;

/* Sums the tally's files into builder->rollup, which starts as `struct rollup rollup = {0};` and
 * ends with rollup_release, also after a fault. After file_state_prepare. With options->ever, every
 * file counts as unprotected. False with the fault set. */
bool rollup_make(struct builder *builder);

/* True if the report counts the file: it is unprotected, or options->ever is set. */
bool rollup_counts_file(const struct builder *builder, const struct file_entry *file);

/* The files of a folder and category that are unprotected. */
uint64_t rollup_folder_files(const struct builder *builder, uint32_t folder, size_t category);

/* Adds the files and events of `part` to the sum of its part, host and category. False with the
 * fault set. */
bool rollup_add_part(const struct tally *tally, struct hash_array *parts,
                     const struct part_sum *part, struct fault *fault);

/* The files that were added for the part, host and category of `part`. */
uint64_t rollup_part_files(const struct tally *tally, const struct hash_array *parts,
                           const struct part_sum *part);

void rollup_release(struct rollup *rollup);

#endif
