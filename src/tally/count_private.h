/* Private to the count_*.c sources: the record that is counted. */
#ifndef MARSIFT_TALLY_COUNT_PRIVATE_H
#define MARSIFT_TALLY_COUNT_PRIVATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/fault.h"
#include "tally/tally_parts.h"
#include "verdict/classified_block.h"

struct record_counter {
    struct tally *tally;
    struct tally_log *log;
    const struct classified_record *item;
    struct datetime time;      /* with its year, where that is known */
    struct datetime end;       /* of the job, if the record states one; its year is not inferred */
    struct datetime last_good; /* of its host, if the record states one within the period */
    struct place place;
    bool is_repeated;                 /* it repeats a failure near it: see repeated_failure.h */
    bool has_period;                  /* --since or --until was given */
    const char *const *limited_rules; /* of this record, then of later ones */
    uint32_t host;
    uint64_t host_key;
    struct fault *fault;
};

#endif
