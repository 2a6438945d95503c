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

struct counting {
    struct tally *tally;
    struct tally_log *log;
    const struct judged *item;
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
void counting_widen_by_other(struct datetime *first, struct datetime *last, struct datetime time);

/* The same; nearly every entry of a list has the time of the one before. */
static inline void counting_widen(struct datetime *first, struct datetime *last,
                                  const struct datetime *time)
{
    if (!datetime_is_same(time, last))
        counting_widen_by_other(first, last, *time);
}

/* Copies `text`, cut to what a person wants to see, as an example that stands at the record's
 * place. */
bool counting_keep_example(const struct counting *counting, struct span text,
                           struct report_example *example);

/* Counts the record as what its class says. False with the fault set. */
bool counting_failed_file(const struct counting *counting);
bool counting_finding(const struct counting *counting);
bool counting_other_failure(const struct counting *counting);
bool counting_unparsed(const struct counting *counting);

/* The job that a failed file belongs to, in `*number`: its record is counted there. */
bool counting_job_of_file(const struct counting *counting, uint32_t *number);

/* Counts `file` among the distinct files of its job, once, and its event there; before it changes
 * its own job. */
bool counting_file_in_job(const struct counting *counting, const struct file_entry *file,
                          bool is_new, struct tally_kind *kind);

/* Whether the record tells something of a job beside its class; and the counting of that. */
bool counting_concerns_job(const struct counting *counting, enum verdict_class class);
bool counting_sign_of_job(const struct counting *counting, enum verdict_class class);

#endif
