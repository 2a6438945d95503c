/* Sums of the tally's failed files: by host, category and code, by folder, by job and by rule. */
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

struct rollup {
    struct hash_array rows; /* of struct row_sum */
    struct hash_array
        folders; /* of struct part_sum, by host, folder and category; only if asked for */
    struct hash_array
        jobs; /* of struct part_sum, by run and category; filled by build_run_categories */
    struct hash_array contexts; /* of struct context_sum */
};

/* Sums the tally's files. Start as `struct rollup rollup = {0};`, end with rollup_release, also
 * after a fault. `by` is the grouping that the report is to have beside its reasons. False with the
 * fault set. */
bool rollup_make(const struct tally *tally, enum report_by by, struct rollup *rollup,
                 struct fault *fault);

/* Adds the files and events of `part` to the sum of its part, host and category. False with the
 * fault set. */
bool rollup_add_part(const struct tally *tally, struct hash_array *parts,
                     const struct part_sum *part, struct fault *fault);
void rollup_release(struct rollup *rollup);

#endif
