/* Dates with a year that the records and names of a host's logs have: what the years of its other
 * logs are chosen by. */
#ifndef MARSIFT_TALLY_YEAR_DATES_H
#define MARSIFT_TALLY_YEAR_DATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/fault.h"
#include "base/hash_array.h"

/* A day that something of the host has. */
struct year_date {
    uint64_t host_key;
    int64_t days; /* since 1970 */
};

/* Start as `struct year_dates dates; year_dates_open(&dates);`. */
struct year_dates {
    struct hash_array all; /* of struct year_date */
    struct year_date last; /* the one noted last: records of a day follow each other */
};

void year_dates_open(struct year_dates *dates);

void year_dates_release(struct year_dates *dates);

/* Notes the date, which has a year. False with the fault set. */
bool year_dates_note(struct year_dates *dates, uint64_t host_key, struct datetime date,
                     struct fault *fault);

/* The key under which dates that records of other hosts have in a log are noted for the log. */
uint64_t year_dates_log_key(size_t log);

/* The key of dates that the words of the log's own records state. */
uint64_t year_dates_words_key(size_t log);

#endif
