#include "tally/log_clock.h"

bool log_clock_must_wait(const struct date_evidence *evidence, const struct tally_options *options)
{
    bool has_no_order = evidence->has_open && evidence->order == DATETIME_ORDER_NONE;
    bool has_no_zone = evidence->has_utc && !evidence->has_zone && !options->has_zone;
    return has_no_order || has_no_zone;
}

static struct datetime read_order(const struct date_evidence *evidence, struct datetime time,
                                  struct report_dates *dates)
{
    bool is_open = datetime_has_open_order(time);
    bool is_day_first = evidence->order == DATETIME_ORDER_NONE
                            ? evidence->has_labels || time.order == DATETIME_ORDER_OPEN_DASHES
                            : evidence->order == DATETIME_ORDER_DAY_FIRST;
    time.order = DATETIME_ORDER_NONE;
    if (!is_open)
        return time;
    if (is_day_first)
        dates->has_day_first = true;
    else
        dates->has_month_first = true;
    dates->is_order_assumed |= evidence->order == DATETIME_ORDER_NONE && !evidence->has_labels;
    return is_day_first ? datetime_swapped(time) : time;
}

static struct datetime without_zone(struct datetime time)
{
    time.zone = 0;
    return time;
}

/* A time with another offset than that of UTC is what the clock of the machine showed. */
static struct datetime read_zone(const struct date_evidence *evidence,
                                 const struct tally_options *options, struct datetime time,
                                 struct report_dates *dates)
{
    if (options->has_zone)
        return without_zone(datetime_in_zone(time, options->zone_minutes));
    if (datetime_zone_minutes(time) != 0)
        return without_zone(time);
    if (evidence->has_zone)
        return without_zone(datetime_in_zone(time, evidence->zone_minutes));
    dates->has_utc = true;
    return time;
}

struct datetime log_clock_read(const struct date_evidence *evidence,
                               const struct tally_options *options, struct datetime time,
                               struct report_dates *dates)
{
    if (time.order != DATETIME_ORDER_NONE)
        time = read_order(evidence, time, dates);
    return datetime_has_zone(time) ? read_zone(evidence, options, time, dates) : time;
}
