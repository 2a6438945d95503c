#include "base/datetime.h"

#include <stdio.h>

/* Days are counted in eras of 400 years that begin with March, so that a leap day ends its year. */
enum { ERA_YEARS = 400, ERA_DAYS = 146097, EPOCH_DAY = 719468 };

static int64_t floored(int64_t number, int64_t divisor)
{
    return (number >= 0 ? number : number - divisor + 1) / divisor;
}

int64_t moment_days(struct moment moment)
{
    /* So many that no year is below 0: unsigned divisions are the cheaper ones. */
    enum { ERAS_BEFORE = 82 };
    if (!moment_is_set(moment))
        return 0;
    bool is_behind_february = moment.month > 2;
    uint32_t year = (uint32_t)(moment.year + ERAS_BEFORE * ERA_YEARS - !is_behind_february);
    uint32_t month_from_march = is_behind_february ? moment.month - 3u : moment.month + 9u;
    uint32_t days = year * 365 + year / 4 - year / 100 + year / ERA_YEARS;
    days += (153 * month_from_march + 2) / 5 + moment.day - 1u;
    return (int64_t)days - (int64_t)ERAS_BEFORE * ERA_DAYS - EPOCH_DAY;
}

int64_t moment_milliseconds(struct moment moment)
{
    int64_t seconds = moment_days(moment) * 24 * 60 * 60;
    seconds += (moment.hour * 60 + moment.minute) * 60 + moment.second;
    return seconds * 1000 + moment.millisecond;
}

struct moment moment_of_days(int64_t days)
{
    int64_t day = days + EPOCH_DAY;
    int64_t era = floored(day, ERA_DAYS);
    int64_t day_of_era = day - era * ERA_DAYS;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_from_march = (5 * day_of_year + 2) / 153;
    int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return (struct moment){.year = (int16_t)(era * ERA_YEARS + year_of_era + (month <= 2)),
                           .month = (uint8_t)month,
                           .day = (uint8_t)(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

bool moment_is_later(struct moment a, struct moment b)
{
    enum { HALF_A_YEAR_MONTHS = 6 };
    if (!moment_is_set(a) || !moment_is_set(b))
        return moment_is_set(a);
    int months = a.month - b.month;
    bool has_wrapped = months > HALF_A_YEAR_MONTHS || months < -HALF_A_YEAR_MONTHS;
    if (a.year == 0 && b.year == 0 && has_wrapped)
        return months < 0;
    return moment_order(a) > moment_order(b);
}

int64_t moment_milliseconds_between(struct moment start, struct moment end)
{
    int64_t between = moment_milliseconds(end) - moment_milliseconds(start);
    bool is_later = moment_is_later(end, start);
    /* Only without years may a later moment have the smaller date; the year 0 is a leap year. */
    return is_later && between < 0 ? between + (int64_t)366 * 24 * 60 * 60 * 1000 : between;
}

const char *moment_format(struct moment moment, const char *zone, char text[MOMENT_TEXT_BYTES])
{
    text[0] = '\0';
    if (!moment_is_set(moment))
        return text;
    char year[8] = "-";
    if (moment.year != 0)
        snprintf(year, sizeof year, "%04d", moment.year);
    int length = snprintf(text, MOMENT_TEXT_BYTES, "%s-%02u-%02u", year, moment.month, moment.day);
    if (!moment.has_time)
        return text;
    length += snprintf(text + length, (size_t)(MOMENT_TEXT_BYTES - length), "T%02u:%02u:%02u",
                       moment.hour, moment.minute, moment.second);
    if (moment.has_milliseconds)
        length += snprintf(text + length, (size_t)(MOMENT_TEXT_BYTES - length), ".%03u",
                           moment.millisecond);
    snprintf(text + length, (size_t)(MOMENT_TEXT_BYTES - length), "%.10s", zone);
    return text;
}
