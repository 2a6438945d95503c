/* Points in time as the logs have them: often without a year, mostly without a time zone.
 *
 * Functions that are called for every record are inline, as in span.h. */
#ifndef MARSIFT_BASE_DATETIME_H
#define MARSIFT_BASE_DATETIME_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* All zeros if it is not set: there is no month 0. Year 0 means that the year is unknown.
 * `has_time` is false for a date alone, `has_milliseconds` is false for a time to the second. Ten
 * bytes without a gap: a job keeps more than fifty of them, and they are compared byte by byte. */
struct datetime {
    int16_t year;
    uint8_t month;
    uint8_t day;
    uint8_t hour;
    uint8_t minute;
    uint8_t second;
    uint8_t zone; /* see datetime_zone_minutes; 0: not told, the clock of the machine */
    uint16_t millisecond : 10;
    bool has_time : 1;
    bool has_milliseconds : 1;
    uint16_t order : 4; /* enum datetime_order_evidence, until the order is settled; then 0 */
};

/* Tells the compiler that a value below 1,000 fits the bits of `millisecond`. */
#define DATETIME_MILLISECOND_MASK 0x3FFU

static_assert(sizeof(struct datetime) == 10,
              "bits of millisecond and order have no place of their own");

/* What a date of numbers with the year behind them says about the order of month and day. An open
 * one is read month first. */
enum datetime_order_evidence {
    DATETIME_ORDER_NONE, /* nothing: the form has one order, or both numbers are the same */
    DATETIME_ORDER_OPEN,
    DATETIME_ORDER_OPEN_DASHES, /* 07-04-2024: most who write dashes put the day first */
    DATETIME_ORDER_OPEN_LABELS, /* labels around it are of a language that puts the day first */
    DATETIME_ORDER_MONTH_FIRST, /* a number above 12 shows it */
    DATETIME_ORDER_DAY_FIRST
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

/* True if the date can be read with the month or the day first. */
static inline bool datetime_has_open_order(struct datetime datetime)
{
    return datetime.order == DATETIME_ORDER_OPEN || datetime.order == DATETIME_ORDER_OPEN_DASHES ||
           datetime.order == DATETIME_ORDER_OPEN_LABELS;
}

/* True if all members are equal. Two that are equal for datetime_compare may differ in precision.
 */
static inline bool datetime_is_same(const struct datetime *a, const struct datetime *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

/* True if the datetime says how far its clock is ahead of UTC. */
static inline bool datetime_has_zone(struct datetime datetime)
{
    return datetime.zone != 0;
}

/* True if the month of the year, which may be unknown, has that day. The month is 1 to 12. */
bool datetime_has_day(struct datetime datetime);

/* How many minutes the clock is ahead of UTC; datetime_has_zone must be true. Offsets are kept to
 * the quarter of an hour. */
int datetime_zone_minutes(struct datetime datetime);
void datetime_set_zone(struct datetime *datetime, int minutes);

/* Returns the same moment on a clock that is `minutes` ahead of UTC; the year and the zone of
 * `datetime` must be known, and a date without a time stays as it is. */
struct datetime datetime_in_zone(struct datetime datetime, int minutes);

/* Returns the date with month and day exchanged, which both must be at most 12. */
struct datetime datetime_swapped(struct datetime datetime);

/* Returns a number that is larger for a later date and time. Only its order has a meaning. */
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

/* Returns a negative number, 0 or a positive one. An unset datetime is before all others, an
 * unknown year before every known one. */
static inline int datetime_compare(struct datetime a, struct datetime b)
{
    int64_t left = datetime_order(a);
    int64_t right = datetime_order(b);
    return (left > right) - (left < right);
}

/* Replaces `*kept` by `time` if both are equal and `time` is more precise: it has a time of day, or
 * milliseconds. So the result does not depend on which was read first. */
static inline void datetime_keep_more_precise(struct datetime *kept, struct datetime time)
{
    int more = (time.has_time - kept->has_time) + (time.has_milliseconds - kept->has_milliseconds);
    if (more > 0 && datetime_compare(time, *kept) == 0)
        *kept = time;
}

/* Returns the days since 1970-01-01, negative before; 0 if `datetime` is not set. Without a year
 * only differences have a meaning. */
int64_t datetime_days(struct datetime datetime);

/* Returns the milliseconds since 1970-01-01 00:00; otherwise as datetime_days. */
int64_t datetime_milliseconds(struct datetime datetime);

static inline bool datetime_is_leap_year(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Returns the milliseconds from `start` to `end`, which must be less than half a year apart. */
int64_t datetime_milliseconds_between(struct datetime start, struct datetime end);

/* Returns the date, without a time, that is `days` after 1970-01-01. */
struct datetime datetime_of_days(int64_t days);

/* True if `a` is later than `b`, which must be less than half a year apart: without years, January
 * is later than December. An unset datetime is never later, and any other is later than it. */
bool datetime_is_later(struct datetime a, struct datetime b);

enum { DATETIME_TEXT_BYTES = 40 };

/* Formats as ISO 8601 and returns `text`: 2020-08-04T13:16:29.206, or --08-04T13:16:29.206 without
 * a year, with its own zone appended, else `zone` ("Z" or "+09:00"; "" or NULL for none);
 * 2020-07-21 for a date alone; "" if `datetime` is not set. */
const char *datetime_format(struct datetime datetime, const char *zone,
                            char text[DATETIME_TEXT_BYTES]);

/* Returns the UTC date and time `seconds` after 1970-01-01 00:00 UTC; unset if its year does not
 * have four digits. */
struct datetime datetime_of_unix(int64_t seconds);

#endif
