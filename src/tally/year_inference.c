#include "tally/year_inference.h"

struct year_inference year_inference_start(struct datetime name_date, struct datetime modified,
                                           int16_t first_year)
{
    struct year_inference years = {.first_year = first_year};
    if (first_year == 0)
        years.latest = datetime_is_set(name_date) ? name_date : modified;
    return years;
}

/* Returns the year of a record in `month`, counted on from the first one. Threads write a little
 * out of order, so a step back over New Year is possible, but not to before the first year. */
static int16_t year_since_first(const struct year_inference *years, uint8_t month)
{
    int step = month - years->last_month;
    if (!years->is_started)
        return years->first_year;
    if (step < -HALF_YEAR_MONTHS)
        return (int16_t)(years->current_year + 1);
    if (step > HALF_YEAR_MONTHS && years->current_year > years->first_year)
        return (int16_t)(years->current_year - 1);
    return years->current_year;
}

int16_t year_inference_latest(struct datetime datetime, struct datetime latest)
{
    int64_t last_day = datetime_days(latest) + 1;
    for (int16_t year = (int16_t)(latest.year + 1); year > latest.year - 1; year--) {
        datetime.year = year;
        if (datetime_days(datetime) <= last_day)
            return year;
    }
    return (int16_t)(latest.year - 1);
}

/* Begins the records of another day: they are of one year. */
static void begin_day(struct year_inference *years, struct datetime datetime)
{
    unsigned bit = year_day_bit(datetime.month, datetime.day);
    if (years->first_year != 0)
        years->current_year = year_since_first(years, datetime.month);
    else if (datetime_is_set(years->latest))
        years->current_year = year_inference_latest(datetime, years->latest);
    years->is_started = true;
    years->last_month = datetime.month;
    years->last_day = datetime.day;
    years->days.words[bit / 64] |= UINT64_C(1) << bit % 64;
}

struct datetime year_inference_resolve(struct year_inference *years, struct datetime datetime)
{
    if (!datetime_is_set(datetime) || datetime.year != 0)
        return datetime;
    if (!years->is_started || years->last_month != datetime.month ||
        years->last_day != datetime.day)
        begin_day(years, datetime);
    datetime.year = years->current_year;
    /* A 29 February in a year without one proves that the year is wrong. */
    if (datetime.month == 2 && datetime.day == 29 && !datetime_is_leap_year(datetime.year))
        datetime.year = 0;
    return datetime;
}
