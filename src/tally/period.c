#include "tally/period.h"

void period_widen_by_other(struct datetime *first, struct datetime *last, struct datetime time)
{
    if (!datetime_is_set(time))
        return;
    if (!datetime_is_set(*first))
        *first = time;
    datetime_keep_more_precise(first, time);
    datetime_keep_more_precise(last, time);
    if (datetime_compare(time, *last) == 0)
        return;
    if (datetime_is_later(time, *last))
        *last = time;
    else if (datetime_is_later(*first, time) && !datetime_is_later(*first, *last))
        *first = time;
}

void period_join(struct datetime *first, struct datetime *last, struct datetime other_first,
                 struct datetime other_last)
{
    if (!datetime_is_set(other_first))
        return;
    datetime_keep_more_precise(first, other_first);
    datetime_keep_more_precise(last, other_last);
    if (!datetime_is_set(*first) || datetime_compare(other_first, *first) < 0)
        *first = other_first;
    if (datetime_compare(other_last, *last) > 0)
        *last = other_last;
}
