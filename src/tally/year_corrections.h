/* Which logs of a tally have a wrong year: one that their file's time gives, and that dates of the
 * same host, or a 29 February, contradict. */
#ifndef MARSIFT_TALLY_YEAR_CORRECTIONS_H
#define MARSIFT_TALLY_YEAR_CORRECTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/fault.h"

struct tally;

/* The correction of one log. */
struct year_correction {
    struct datetime last;  /* its last day; unset: its year is not wrong */
    struct datetime first; /* its first day */
    uint64_t log_key;      /* of its source and member */
    bool is_by_dates;      /* of its host or its words; else by its 29 February */
    bool is_assumed;       /* nothing but its file's time gives its year */
};

/* A correction for each log, in the order of reading. Start as zeros. */
struct year_corrections {
    struct year_correction *logs;
    size_t log_count;
    size_t count; /* of those that are set */
};

/* Finds the corrections after tally_finish. The caller releases them, also after a fault. */
bool year_corrections_find(const struct tally *tally, struct year_corrections *corrections,
                           struct fault *fault);

void year_corrections_release(struct year_corrections *corrections);

/* The key of a log by the names of its source and member. */
uint64_t year_corrections_log_key(const char *source, const char *member);

/* The last day of log number `index`, if it is still the log of that key; else unset. `corrections`
 * may be NULL. */
struct datetime year_corrections_last(const struct year_corrections *corrections, size_t index,
                                      uint64_t log_key);

#endif
