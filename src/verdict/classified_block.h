/* What the lines of one block mean, worked out by any thread, for the tally to count in order. */
#ifndef MARSIFT_VERDICT_CLASSIFIED_BLOCK_H
#define MARSIFT_VERDICT_CLASSIFIED_BLOCK_H

#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "text/path_key.h"
#include "verdict/date_evidence.h"
#include "verdict/verdict.h"
#include "verdict/volume_fact.h"

/* A verdict and the hashes that go with it, computed early so that the serial part of a run stays
 * short. */
struct classified_record {
    struct verdict verdict;
    struct path_key key; /* of a failed file, salted with its host's key; zeros otherwise */
    uint64_t prefix;     /* of a record that may continue the one before: hash of the fields that
                            must be equal in both; 0 otherwise */
};

enum { MAX_STATED_DATES = 4, MAX_JOB_MOMENTS = 16 };

/* When a job logged something, if only a harmless record. */
struct job_moment {
    uint64_t job; /* the key of its host and name */
    struct datetime time;
};

/* The lines of one block: those in `items`, in order, and mere counts of the others. Lent by
 * whoever classified the block. */
struct classified_block {
    const struct classified_record *items;
    size_t item_count;
    uint64_t lines;
    uint64_t by_class[VERDICT_CLASS_COUNT]; /* of the lines that are not in `items` */
    struct datetime first;                  /* of the block's records */
    struct datetime last;
    struct date_evidence dates;                     /* of all records */
    struct datetime stated_dates[MAX_STATED_DATES]; /* with a year, in the words of a block whose
                                                       records have none; others are unset */
    struct job_moment last_jobs[MAX_JOB_MOMENTS]; /* the last records of jobs at the block's end */
    size_t last_job_count;
    bool names_domains;   /* a record names its host with the domain */
    unsigned kinds;       /* bits by enum log_kind: those of its records that are of another
                             dialect than the log's ordinary lines */
    uint64_t last_prefix; /* of the block's last record; 0 without records */
    uint64_t repaired_lines;
    uint64_t cut_lines;
    const char *const *limited_rules;  /* the rules that hit max_regex_steps: for each item
                                          in turn, `limited_rule_count` of them */
    const struct volume_fact *volumes; /* drive letters of volumes, as the records give them */
    size_t volume_count;
};

#endif
