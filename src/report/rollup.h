/* What the tally's files come to: sums by host, category and code, by folder, and by job. */
#ifndef MARSIFT_REPORT_ROLLUP_H
#define MARSIFT_REPORT_ROLLUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/hash_array.h"
#include "report/report.h"
#include "tally/tally_parts.h"

/* Files count where their last code puts them. Events of a file's earlier codes stand in the same
 * category, in rows of their own code that may have no files. */
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
    bool has_context;    /* every file of it is under the rule `context` */
    size_t context;
};

/* Files of one category (or of all, category SIZE_MAX) in one folder, or in one job. */
struct part_sum {
    uint32_t part; /* the tally's number of the folder or job */
    uint32_t host; /* of a file in it */
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
    struct hash_array jobs; /* of struct part_sum, by run and category: see build_run_categories */
    struct hash_array contexts; /* of struct context_sum */
};

/* Start as `struct summary summary = {0};`, end with rollup_release, also after a fault. `by` is
 * what the report is to be ranked by beside its reasons. */
bool rollup_make(const struct tally *tally, enum report_by by, struct rollup *rollup,
                 struct fault *fault);

/* Adds `part` to the sum of its part, host and category. */
bool rollup_add_part(const struct tally *tally, struct hash_array *parts,
                     const struct part_sum *part, struct fault *fault);
void rollup_release(struct rollup *rollup);

#endif
