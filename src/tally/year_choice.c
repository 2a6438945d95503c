#include "tally/year_choice.h"

enum {
    LEAP_DAY_MONTH = 2,
    LEAP_DAY = 29,
    LEAP_DAY_BIT = 31 + 28,
    MONTH_DAYS =
        31,        /* how far from a date a year may still be taken, and the least gap in a year */
    LEAP_CYCLE = 8 /* years, at most, between two leap years */
};
static const int64_t FAR = INT64_MAX;

static bool has_day(const struct year_days *days, unsigned bit)
{
    return (days->words[bit / 64] >> bit % 64 & 1) != 0;
}

static struct datetime date_of_bit(unsigned bit)
{
    return (struct datetime){.month = (uint8_t)(bit / DAYS_OF_LONGEST_MONTH + 1),
                             .day = (uint8_t)(bit % DAYS_OF_LONGEST_MONTH + 1)};
}

bool year_choice_stretch(const struct year_days *days, struct year_stretch *stretch)
{
    unsigned longest = 0;
    unsigned next = 0; /* the day after the one that was seen last */
    /* Around the year twice, since the longest gap may pass New Year. */
    for (unsigned i = 0; i < 2 * YEAR_DAY_BITS; i++) {
        if (!has_day(days, i % YEAR_DAY_BITS))
            continue;
        if (next > 0 && i - next > longest) {
            longest = i - next;
            stretch->first = date_of_bit(i % YEAR_DAY_BITS);
            stretch->last = date_of_bit((next - 1) % YEAR_DAY_BITS);
        }
        next = i + 1;
    }
    stretch->has_leap_day = has_day(days, LEAP_DAY_BIT);
    return longest >= MONTH_DAYS;
}

struct datetime year_choice_first_day(const struct year_stretch *stretch, int16_t year)
{
    struct datetime first = stretch->first;
    first.year = (int16_t)(year - (datetime_compare(stretch->first, stretch->last) > 0));
    return first;
}

bool year_choice_is_divided(const struct year_stretch *stretch, struct datetime latest)
{
    int16_t year = year_inference_latest(stretch->last, latest);
    return year_inference_latest(stretch->first, latest) !=
           year_choice_first_day(stretch, year).year;
}

static bool has_leap_day(const struct year_stretch *stretch, int16_t year)
{
    struct datetime day = {.month = LEAP_DAY_MONTH, .day = LEAP_DAY};
    return !stretch->has_leap_day ||
           datetime_is_leap_year(datetime_compare(day, stretch->last) > 0 ? year - 1 : year);
}

/* The number of dates before `day`. */
static size_t count_before(const int64_t *dates, size_t count, int64_t day)
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (dates[middle] < day)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

/* The days between the stretch and the nearest date; 0 within a day, since zones shift them. FAR
 * for a year that the stretch cannot be in. */
static int64_t distance_in(const struct year_stretch *stretch, int16_t year, const int64_t *dates,
                           size_t count)
{
    struct datetime end = stretch->last;
    end.year = year;
    int64_t last = datetime_days(end);
    int64_t first = datetime_days(year_choice_first_day(stretch, year));
    size_t next = count_before(dates, count, first);
    int64_t least = FAR;
    if (year == 0 || !has_leap_day(stretch, year))
        return FAR;
    if (next > 0)
        least = first - dates[next - 1];
    if (next < count && dates[next] - last < least)
        least = dates[next] - last;
    return least <= 1 ? 0 : least;
}

/* The number of dates that are in `year` or before it. */
static size_t count_until(const int64_t *dates, size_t count, int16_t year)
{
    struct datetime next_year = {.year = (int16_t)(year + 1), .month = 1, .day = 1};
    return count_before(dates, count, datetime_days(next_year));
}

int16_t year_choice_by_dates(const struct year_stretch *stretch, struct datetime latest,
                             const int64_t *dates, size_t count, enum year_reach reach)
{
    bool has_latest = datetime_is_set(latest);
    int16_t own = has_latest ? year_inference_latest(stretch->last, latest) : (int16_t)0;
    int16_t best = own;
    int64_t least = distance_in(stretch, own, dates, count);
    if (least <= MONTH_DAYS)
        return own;
    int16_t next = INT16_MIN;
    for (size_t i = 0; i < count;) {
        int16_t year = datetime_of_days(dates[i]).year;
        next = year > next ? (int16_t)(year - 1) : next;
        for (; next <= year + 1; next++) {
            int64_t distance = distance_in(stretch, next, dates, count);
            bool is_late = reach == YEAR_REACH_ANY && has_latest && next > own;
            if (distance < least && !is_late) {
                least = distance;
                best = next;
            }
        }
        i = count_until(dates, count, year);
    }
    return least <= MONTH_DAYS || (reach == YEAR_REACH_ANY && least < FAR) ? best : (int16_t)0;
}

int16_t year_choice_by_leap_day(const struct year_stretch *stretch, struct datetime latest)
{
    if (!stretch->has_leap_day || !datetime_is_set(latest))
        return 0;
    int16_t year = year_inference_latest(stretch->last, latest);
    for (int i = 0; i < LEAP_CYCLE && !has_leap_day(stretch, year); i++)
        year--;
    return year;
}
