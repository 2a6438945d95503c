#include "text/moment_pair.h"

#include <stdbool.h>
#include <stdint.h>

enum { QUARTER_MINUTES = 15, MOST_MINUTES_AHEAD = 14 * 60 };

/* Sets the zone of `local` if the difference can be an offset. A local time may be cut to the
 * minute.
 */
static bool set_offset(struct datetime *local, struct datetime utc)
{
    utc.second = local->second;
    utc.millisecond = local->millisecond;
    int64_t minutes =
        (datetime_milliseconds(*local) - datetime_milliseconds(utc)) / MINUTE_MILLISECONDS;
    if (minutes > MOST_MINUTES_AHEAD || minutes < -MOST_MINUTES_AHEAD ||
        minutes % QUARTER_MINUTES != 0)
        return false;
    datetime_set_zone(local, (int)minutes);
    return true;
}

struct datetime moment_pair_join(struct datetime local, struct datetime utc)
{
    bool is_open = datetime_has_open_order(local);
    if (!local.has_time || !utc.has_time || local.year == 0)
        return local;
    if (set_offset(&local, utc)) {
        local.order = is_open ? DATETIME_ORDER_MONTH_FIRST : local.order;
        return local;
    }
    struct datetime swapped = datetime_swapped(local);
    if (!is_open || !set_offset(&swapped, utc))
        return local;
    swapped.order = DATETIME_ORDER_DAY_FIRST;
    return swapped;
}
