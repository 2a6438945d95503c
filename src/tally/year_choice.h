/* Chooses the year of a log whose records have none, by dates with a year of the same host. Pure.
 */
#ifndef MARSIFT_TALLY_YEAR_CHOICE_H
#define MARSIFT_TALLY_YEAR_CHOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "tally/year_inference.h"

/* The part of the year that a log covers: from the end of the longest stretch without a record to
 * its beginning. It may pass New Year. Dates have no year. */
struct year_stretch {
    struct datetime first;
    struct datetime last;
    bool has_leap_day;
};

/* False for a log without such days, and for one that covers the whole year. */
bool year_choice_stretch(const struct year_days *days, struct year_stretch *stretch);

/* The first day of a stretch whose last day is in `year`. */
struct datetime year_choice_first_day(const struct year_stretch *stretch, int16_t year);

/* True if the file's time divides the stretch: the days before the cut would be in the one year,
 * those after it in the year before. */
bool year_choice_is_divided(const struct year_stretch *stretch, struct datetime latest);

/* How near a year must bring the stretch to a date. */
enum year_reach {
    YEAR_REACH_MONTH, /* within a month */
    YEAR_REACH_ANY    /* nearer than any other year, but not later than the file's time */
};

/* The year of the stretch's last day by `dates`, days since 1970 in ascending order: the year that
 * the file's time (`latest`; may be unset) gives if it is within a month of a date, else the year
 * of least distance within reach. 0 if no date is. A year without the leap day does not count. */
int16_t year_choice_by_dates(const struct year_stretch *stretch, struct datetime latest,
                             const int64_t *dates, size_t count, enum year_reach reach);

/* The latest year that `latest` allows and that has the stretch's leap day; 0 without a leap day or
 * without `latest`. */
int16_t year_choice_by_leap_day(const struct year_stretch *stretch, struct datetime latest);

#endif
