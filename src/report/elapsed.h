/* The time between two records of the input, whether or not their years are known. */
#ifndef MARSIFT_REPORT_ELAPSED_H
#define MARSIFT_REPORT_ELAPSED_H

#include <stdint.h>

#include "base/datetime.h"

/* Minutes from `start` to `end`; without years if one of them has none. */
static inline int64_t elapsed_minutes(struct datetime start, struct datetime end)
{
    if (start.year == 0 || end.year == 0)
        start.year = end.year = 0;
    return datetime_milliseconds_between(start, end) / MINUTE_MILLISECONDS;
}

#endif
