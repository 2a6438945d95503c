/* Between the tally's own sources: the record at hand and what every counting function needs of it.
 */
#ifndef MARSIFT_TALLY_COUNT_RECORD_H
#define MARSIFT_TALLY_COUNT_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/fault.h"
#include "base/span.h"
#include "tally/tally.h"

struct record_counter {
    struct tally *tally;
    struct tally_log *log;
    const struct classified_record *item;
    struct datetime time; /* with its year, where that is known */
    struct place place;
    bool has_period;              /* only a part of the time is asked for */
    const char *const *undecided; /* the rules that gave up on the record, and on those behind it */
    uint32_t host;
    uint64_t host_key;
    struct fault *fault;
};

/* Makes the period from `first` to `last` hold `time`, unless that is unset. Without years a
 * January goes on behind a December, and once the period is longer than half a year only its end
 * moves. */
void count_widen_by_other(struct datetime *first, struct datetime *last, struct datetime time);

/* The same; nearly every entry of a list has the time of the one before. */
static inline void count_widen(struct datetime *first, struct datetime *last,
                               const struct datetime *time)
{
    if (!datetime_is_same(time, last))
        count_widen_by_other(first, last, *time);
}

/* Copies `text`, cut to what a person wants to see, as an example that stands at the record's
 * place. */
bool count_keep_example(const struct record_counter *counter, struct span text,
                        struct report_example *example);

/* Counts the record as what its class says. False with the fault set. */
bool count_failed_file(const struct record_counter *counter);
bool count_finding(const struct record_counter *counter);
bool count_other_failure(const struct record_counter *counter);
bool count_unparsed(const struct record_counter *counter);

/* The job that a failed file belongs to, in `*number`: its record is counted there. */
bool count_job_of_file(const struct record_counter *counter, uint32_t *number);

/* Counts `file` among the distinct files of its job, once, and its event there; before it changes
 * its own job. */
bool count_file_in_job(const struct record_counter *counter, const struct file_entry *file,
                       bool is_new, struct cached_bucket *kind);

/* Whether the record tells something of a job beside its class; and the counting of that. */
bool count_concerns_job(const struct record_counter *counter, enum verdict_class class);
bool count_job_sign(const struct record_counter *counter, enum verdict_class class);

#endif
