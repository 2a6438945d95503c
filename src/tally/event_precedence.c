#include "tally/event_precedence.h"

enum { DAY_SECONDS = 24 * 60 * 60, YEAR_SECONDS = 366 * DAY_SECONDS };

uint32_t event_precedence_time(struct datetime time)
{
    if (!datetime_is_set(time))
        return 0;
    struct datetime start_of_year = {.month = 1, .day = 1};
    int64_t start = time.year == 0 ? datetime_milliseconds(start_of_year) : 0;
    int64_t seconds = (datetime_milliseconds(time) - start) / 1000 + 1;
    if (time.year != 0 && seconds <= YEAR_SECONDS)
        return YEAR_SECONDS + 1;
    return seconds < UINT32_MAX ? (uint32_t)seconds : UINT32_MAX;
}

bool event_precedence_is_dated(uint32_t time)
{
    return time > YEAR_SECONDS;
}

/* Seconds from `first` to `second`. Without years, a step of more than half a year crosses the turn
 * of a year. */
static int64_t seconds_between(uint32_t first, uint32_t second)
{
    int64_t between = (int64_t)second - first;
    bool is_without_year = first <= YEAR_SECONDS && second <= YEAR_SECONDS;
    if (is_without_year && between < -YEAR_SECONDS / 2)
        return between + YEAR_SECONDS;
    return is_without_year && between > YEAR_SECONDS / 2 ? between - YEAR_SECONDS : between;
}

bool event_precedence_is_later(uint32_t second, uint32_t first)
{
    bool have_order = (first <= YEAR_SECONDS) == (second <= YEAR_SECONDS);
    return first == 0 || (have_order && seconds_between(first, second) > 0);
}

/* Milliseconds from `known` to `event`, a log's records taken for a day later than a list's. */
static int64_t milliseconds_between(struct event_precedence known, struct event_precedence event)
{
    int64_t lead = (int64_t)(known.is_list ? 0 : -DAY_SECONDS) + (event.is_list ? 0 : DAY_SECONDS);
    return (seconds_between(known.time, event.time) + lead) * 1000 + event.millisecond -
           known.millisecond;
}

bool event_precedence_supersedes(struct event_precedence event, struct event_precedence known)
{
    if (event.has_code != known.has_code)
        return event.has_code;
    if ((event.time == 0) != (known.time == 0))
        return known.time == 0;
    int64_t later = event.time != 0 ? milliseconds_between(known, event) : 0;
    if (later != 0)
        return later > 0;
    return event.is_list != known.is_list ? known.is_list : event.content > known.content;
}
