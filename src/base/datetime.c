#include "base/datetime.h"

#include <stdio.h>
#include <time.h>

/* Days are counted in eras of 400 years, and years from March, so that a leap day ends its year. */
enum { ERA_YEARS = 400, ERA_DAYS = 146097, EPOCH_DAY = 719468 };

/* `zone` counts quarters of an hour from this value, so that 0 is free for "not told". */
enum { ZONE_OF_UTC = 128, QUARTER_MINUTES = 15, ZONE_TEXT_BYTES = 8 };

/* Divides, rounding down. */
static int64_t divide_down(int64_t number, int64_t divisor)
{
    return (number >= 0 ? number : number - divisor + 1) / divisor;
}

int64_t datetime_days(struct datetime datetime)
{
    /* Enough that no year is negative: unsigned divisions are cheaper. */
    enum { ERAS_BEFORE = 82 };
    if (!datetime_is_set(datetime))
        return 0;
    bool is_after_february = datetime.month > 2;
    uint32_t year = (uint32_t)(datetime.year + ERAS_BEFORE * ERA_YEARS - !is_after_february);
    uint32_t month_from_march = is_after_february ? datetime.month - 3u : datetime.month + 9u;
    uint32_t days = year * 365 + year / 4 - year / 100 + year / ERA_YEARS;
    days += (153 * month_from_march + 2) / 5 + datetime.day - 1u;
    return (int64_t)days - (int64_t)ERAS_BEFORE * ERA_DAYS - EPOCH_DAY;
}

int64_t datetime_milliseconds(struct datetime datetime)
{
    int64_t seconds = datetime_days(datetime) * 24 * 60 * 60;
    seconds += (datetime.hour * 60 + datetime.minute) * 60 + datetime.second;
    return seconds * 1000 + datetime.millisecond;
}

struct datetime datetime_of_days(int64_t days)
{
    int64_t day = days + EPOCH_DAY;
    int64_t era = divide_down(day, ERA_DAYS);
    int64_t day_of_era = day - era * ERA_DAYS;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_from_march = (5 * day_of_year + 2) / 153;
    int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return (struct datetime){.year = (int16_t)(era * ERA_YEARS + year_of_era + (month <= 2)),
                             .month = (uint8_t)month,
                             .day = (uint8_t)(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

bool datetime_has_day(struct datetime datetime)
{
    static const uint8_t days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap_day = datetime.month == 2 && datetime.day == 29;
    return datetime.day >= 1 && datetime.day <= days[datetime.month - 1] &&
           (!is_leap_day || datetime.year == 0 || datetime_is_leap_year(datetime.year));
}

int datetime_zone_minutes(struct datetime datetime)
{
    return (datetime.zone - ZONE_OF_UTC) * QUARTER_MINUTES;
}

void datetime_set_zone(struct datetime *datetime, int minutes)
{
    datetime->zone = (uint8_t)(ZONE_OF_UTC + minutes / QUARTER_MINUTES);
}

struct datetime datetime_in_zone(struct datetime datetime, int minutes)
{
    enum { DAY_MINUTES = 24 * 60 };
    if (!datetime.has_time)
        return datetime;
    int64_t minute = datetime_days(datetime) * DAY_MINUTES + datetime.hour * 60 + datetime.minute +
                     minutes - datetime_zone_minutes(datetime);
    int64_t day = divide_down(minute, DAY_MINUTES);
    int of_day = (int)(minute - day * DAY_MINUTES);
    struct datetime date = datetime_of_days(day);
    datetime.year = date.year;
    datetime.month = date.month;
    datetime.day = date.day;
    datetime.hour = (uint8_t)(of_day / 60);
    datetime.minute = (uint8_t)(of_day % 60);
    datetime_set_zone(&datetime, minutes);
    return datetime;
}

struct datetime datetime_swapped(struct datetime datetime)
{
    uint8_t month = datetime.month;
    datetime.month = datetime.day;
    datetime.day = month;
    return datetime;
}

bool datetime_is_later(struct datetime a, struct datetime b)
{
    if (!datetime_is_set(a) || !datetime_is_set(b))
        return datetime_is_set(a);
    int months = a.month - b.month;
    bool has_wrapped = months > HALF_YEAR_MONTHS || months < -HALF_YEAR_MONTHS;
    if (a.year == 0 && b.year == 0 && has_wrapped)
        return months < 0;
    return datetime_order(a) > datetime_order(b);
}

int64_t datetime_milliseconds_between(struct datetime start, struct datetime end)
{
    int64_t between = datetime_milliseconds(end) - datetime_milliseconds(start);
    bool is_later = datetime_is_later(end, start);
    /* A later datetime can have the smaller date only without years; the year 0 is a leap year. */
    return is_later && between < 0 ? between + (int64_t)366 * 24 * 60 * 60 * 1000 : between;
}

static const char *format_zone(int minutes, char text[ZONE_TEXT_BYTES])
{
    unsigned ahead = (unsigned)(minutes < 0 ? -minutes : minutes);
    snprintf(text, ZONE_TEXT_BYTES, "%c%02u:%02u", minutes < 0 ? '-' : '+', ahead / 60 % 100,
             ahead % 60);
    return minutes == 0 ? "Z" : text;
}

const char *datetime_format(struct datetime datetime, const char *zone,
                            char text[DATETIME_TEXT_BYTES])
{
    text[0] = '\0';
    if (!datetime_is_set(datetime))
        return text;
    char year[8] = "-";
    if (datetime.year != 0)
        snprintf(year, sizeof year, "%04d", datetime.year);
    int length =
        snprintf(text, DATETIME_TEXT_BYTES, "%s-%02u-%02u", year, datetime.month, datetime.day);
    if (!datetime.has_time)
        return text;
    length += snprintf(text + length, (size_t)(DATETIME_TEXT_BYTES - length), "T%02u:%02u:%02u",
                       datetime.hour, datetime.minute, datetime.second);
    if (datetime.has_milliseconds)
        length += snprintf(text + length, (size_t)(DATETIME_TEXT_BYTES - length), ".%03u",
                           datetime.millisecond);
    char own_zone[ZONE_TEXT_BYTES];
    if (datetime_has_zone(datetime))
        zone = format_zone(datetime_zone_minutes(datetime), own_zone);
    snprintf(text + length, (size_t)(DATETIME_TEXT_BYTES - length), "%.10s",
             zone == NULL ? "" : zone);
    return text;
}

struct datetime datetime_of_unix(int64_t seconds)
{
    time_t when = (time_t)seconds;
    struct tm date;
    if (gmtime_r(&when, &date) == NULL || date.tm_year < -900 || date.tm_year > 9999 - 1900)
        return (struct datetime){0};
    return (struct datetime){.year = (int16_t)(date.tm_year + 1900),
                             .month = (uint8_t)(date.tm_mon + 1),
                             .day = (uint8_t)date.tm_mday,
                             .hour = (uint8_t)date.tm_hour,
                             .minute = (uint8_t)date.tm_min,
                             .second = (uint8_t)(date.tm_sec > 59 ? 59 : date.tm_sec),
                             .has_time = true};
}
