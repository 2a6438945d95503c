/* Points in time as the logs have them: often without a year, always without a zone.
 *
 * What is asked for every record stands in the header, as in span.h. */
#ifndef MARSIFT_BASE_DATETIME_H
#define MARSIFT_BASE_DATETIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A moment that is not set is all zeros: month 0 does not exist. Year 0 means that the year is not
 * known. `has_time` is false for a mere date, `has_milliseconds` false for a time to the second. */
struct datetime {
    int16_t year;
    uint8_t month;
    uint8_t day;
    uint8_t hour;
    uint8_t minute;
    uint8_t second;
    bool has_time;
    bool has_milliseconds;
    uint16_t millisecond;
};

enum {
    MINUTE_MILLISECONDS = 60 * 1000,
    /* Between neighbours without years, a larger step in months means that a year has turned. */
    HALF_YEAR_MONTHS = 6
};

static inline bool datetime_is_set(struct datetime datetime)
{
    return datetime.month != 0;
}

/* Whether both say the same, to the letter. Two that datetime_compare finds equal may differ in how
 * exact they are. */
static inline bool datetime_is_same(const struct datetime *a, const struct datetime *b)
{
    enum { BYTES_WITHOUT_GAPS = offsetof(struct datetime, has_milliseconds) };
    return memcmp(a, b, BYTES_WITHOUT_GAPS) == 0 && a->has_milliseconds == b->has_milliseconds &&
           a->millisecond == b->millisecond;
}

/* A number that is larger for a later date and time; only its order means something. */
static inline int64_t datetime_order(struct datetime datetime)
{
    enum {
        SECOND_BIT = 10, /* above the milliseconds, and so on */
        MINUTE_BIT = SECOND_BIT + 6,
        HOUR_BIT = MINUTE_BIT + 6,
        DAY_BIT = HOUR_BIT + 5,
        MONTH_BIT = DAY_BIT + 5,
        YEAR_BIT = MONTH_BIT + 4
    };
    uint64_t within_year = (uint64_t)datetime.month << MONTH_BIT |
                           (uint64_t)datetime.day << DAY_BIT | (uint64_t)datetime.hour << HOUR_BIT |
                           (uint64_t)datetime.minute << MINUTE_BIT |
                           (uint64_t)datetime.second << SECOND_BIT | datetime.millisecond;
    return datetime.year * (INT64_C(1) << YEAR_BIT) + (int64_t)within_year;
}

/* Negative, 0 or positive. The unset moment comes first; an unknown year before every known one. */
static inline int datetime_compare(struct datetime a, struct datetime b)
{
    int64_t left = datetime_order(a);
    int64_t right = datetime_order(b);
    return (left > right) - (left < right);
}

/* Days since 1970-01-01, and milliseconds since its start; before that negative. Only differences
 * mean something when the year is not known; the unset moment gives 0. */
int64_t datetime_days(struct datetime datetime);
int64_t datetime_milliseconds(struct datetime datetime);

static inline bool datetime_is_leap_year(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* From `start` to `end`, which are known to lie less than half a year apart. */
int64_t datetime_milliseconds_between(struct datetime start, struct datetime end);

/* The mere date that lies `days` after 1970-01-01. */
struct datetime datetime_of_days(int64_t days);

/* Whether `a` is later than `b`, for moments that are known to lie less than half a year apart:
 * without years a January is later than a December. The unset moment is later than none. */
bool datetime_is_later(struct datetime a, struct datetime b);

enum { DATETIME_TEXT_BYTES = 40 };

/* ISO 8601 with `zone` ("Z", "+09:00"; "" or NULL for none) appended: 2020-08-04T13:16:29.206,
 * without a year
 * --08-04T13:16:29.206, a mere date 2020-07-21; "" for the unset moment. Returns `text`. */
const char *datetime_format(struct datetime datetime, const char *zone,
                            char text[DATETIME_TEXT_BYTES]);

/* `seconds` since 1970-01-01 00:00 UTC as a UTC date and time; the unset one when its year does not
 * have four digits. */
struct datetime datetime_of_unix(int64_t seconds);

#endif
