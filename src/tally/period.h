/* The time from the first to the last of some records. */
#ifndef MARSIFT_TALLY_PERIOD_H
#define MARSIFT_TALLY_PERIOD_H

#include "base/datetime.h"

/* period_widen for a time that is not `*last`. */
void period_widen_by_other(struct datetime *first, struct datetime *last, struct datetime time);

/* Widens the period from `first` to `last` so that it holds `time`, unless that is unset. Without
 * years a January follows a December, and once the period is longer than half a year only its end
 * moves. Inline, because nearly every entry of a list has the time of the one before. */
static inline void period_widen(struct datetime *first, struct datetime *last,
                                const struct datetime *time)
{
    if (!datetime_is_same(time, last))
        period_widen_by_other(first, last, *time);
}

/* Widens the period by another one, which is unset as a whole or not at all. By the calendar alone:
 * without years, the last December of one period and the January after it are not adjacent. */
void period_join(struct datetime *first, struct datetime *last, struct datetime other_first,
                 struct datetime other_last);

#endif
