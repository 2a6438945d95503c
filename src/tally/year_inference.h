/* Infers the year that the records of a log leave out. Logs are written forwards, so the file's own
 * date is not before its last record, and a step back by more than half a year is a new year. */
#ifndef MARSIFT_TALLY_YEAR_INFERENCE_H
#define MARSIFT_TALLY_YEAR_INFERENCE_H

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/datetime.h"

/* The days of the year on which a log has records without a year: a bit for each. */
enum { DAYS_OF_LONGEST_MONTH = 31, YEAR_DAY_BITS = 12 * DAYS_OF_LONGEST_MONTH, YEAR_DAY_WORDS = 6 };
static_assert(YEAR_DAY_BITS <= YEAR_DAY_WORDS * 64, "each day has its bit");

struct year_days {
    uint64_t words[YEAR_DAY_WORDS];
};

/* The state of one log. */
struct year_inference {
    struct datetime latest; /* no record is later than the day after this; unset if unknown */
    int16_t first_year;     /* year of the first record, from --year; 0 if not given */
    int16_t current_year;
    uint8_t last_month; /* of the last record without a year */
    uint8_t last_day;
    bool is_started; /* a record without a year was seen */
    struct year_days days;
};

/* Starts a log. `name_date` (of the log's name) and `modified` (of its file) may be unset,
 * `first_year` may be 0. `first_year` is preferred to `name_date`, and that to `modified`. */
struct year_inference year_inference_start(struct datetime name_date, struct datetime modified,
                                           int16_t first_year);

/* The latest year in which the record is not after the day that follows `latest`: time zones may
 * shift a record by most of a day against the file's own time, also over New Year. */
int16_t year_inference_latest(struct datetime datetime, struct datetime latest);

/* The bit of a date in struct year_days. */
static inline unsigned year_day_bit(unsigned month, unsigned day)
{
    return (month - 1) * DAYS_OF_LONGEST_MONTH + day - 1;
}

/* Returns `datetime` with its year, 0 if nothing tells it; a datetime that has a year, or is unset,
 * is returned as it is. Call in the order of the records. */
struct datetime year_inference_resolve(struct year_inference *years, struct datetime datetime);

#endif
