/* Between the tally's own sources: the record at hand and what every counting function needs of it.
 */
#ifndef MARSIFT_DIAGNOSIS_COUNTING_H
#define MARSIFT_DIAGNOSIS_COUNTING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/moment.h"
#include "base/span.h"
#include "diagnosis/tally.h"

struct counting {
    struct tally *tally;
    struct tally_log *log;
    const struct judged *item;
    struct moment time; /* with its year, where that is known */
    struct place place;
    uint32_t host;
    uint64_t host_key;
    struct fault *fault;
};

/* Makes the period from `first` to `last` hold `time`, unless that is unset. */
void counting_widen(struct moment *first, struct moment *last, struct moment time);

/* Copies `text`, cut to what a person wants to see, as an example that stands at the record's
 * place. */
bool counting_keep_example(const struct counting *counting, struct span text,
                           struct report_example *example);

/* Counts the record as what its class says. False with the fault set. */
bool counting_failed_file(const struct counting *counting);
bool counting_finding(const struct counting *counting);
bool counting_other_failure(const struct counting *counting);
bool counting_unparsed(const struct counting *counting);

#endif
