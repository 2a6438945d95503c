#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "tally/year_choice.h"

/* "2024-07-21"; a year of 0000 is unknown, and an empty text is unset. */
static struct datetime date_of(const char *text)
{
    int year = 0, month = 0, day = 0;
    if (*text != '\0')
        cr_assert(eq(int, sscanf(text, "%4d-%2d-%2d", &year, &month, &day), 3));
    return (struct datetime){.year = (int16_t)year, .month = (uint8_t)month, .day = (uint8_t)day};
}

/* The days on which a log has records: "12-30 01-02". */
static struct year_stretch stretch_of(const char *text)
{
    struct year_days days = {{0}};
    struct year_stretch stretch;
    unsigned month, day;
    int length;
    for (; sscanf(text, "%2u-%2u%n", &month, &day, &length) == 2; text += length) {
        unsigned bit = year_day_bit(month, day);
        days.words[bit / 64] |= UINT64_C(1) << bit % 64;
    }
    cr_assert(year_choice_stretch(&days, &stretch));
    return stretch;
}

/* The dates of a host, in their order. */
static size_t read_dates(const char *text, int64_t *days)
{
    size_t count = 0;
    for (; strlen(text) >= 10; text += text[10] == ' ' ? 11 : 10)
        days[count++] = datetime_days(date_of(text));
    return count;
}

static const struct {
    const char *log, *file, *dates;
    int within_month, any;
} rows[] = {
    /* the day of a list, a late copy */
    {"07-18 07-20", "2025-07-22", "2024-07-19", 2024, 2024},
    {"07-18 07-20", "2024-07-22", "2022-07-19", 2022, 2022},
    /* nothing to correct: the file's time agrees, or is within a month */
    {"07-18 07-20", "2024-07-22", "2023-07-19 2024-07-20", 2024, 2024},
    {"07-18 07-20", "2024-07-22", "2023-07-19 2024-06-25", 2024, 2024},
    /* no date of that month: only a host whose files are late elsewhere is told by it */
    {"07-18 07-20", "2025-07-22", "2024-08-10", 2024, 2024},
    {"07-18 07-20", "2025-07-22", "2024-10-10", 0, 2024},
    {"07-18 07-20", "2024-07-22", "2025-03-10", 0, 2024},
    {"07-18 07-20", "2025-07-22", "", 0, 0},
    /* over New Year: the year is that of the last day */
    {"12-30 01-02", "2026-01-06", "2024-12-31", 2025, 2025},
    {"12-30 01-02", "2026-12-31", "2025-01-02", 2025, 2025},
    /* zones shift a day over New Year */
    {"12-31", "2025-12-31", "2024-01-01", 2023, 2023},
    /* a year that has the leap day */
    {"02-27 02-29 03-02", "2025-03-05", "2024-03-01", 2024, 2024},
    {"02-27 02-29 03-02", "2025-03-05", "2023-03-01 2023-12-01", 0, 2024},
    /* a file without a time */
    {"07-18 07-20", "", "2024-07-19", 2024, 2024},
};

Test(tally_year_choice, dates_of_the_host_tell_the_year_of_a_log)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct year_stretch stretch = stretch_of(rows[i].log);
        struct datetime latest = date_of(rows[i].file);
        int64_t days[8];
        size_t count = read_dates(rows[i].dates, days);
        int month = year_choice_by_dates(&stretch, latest, days, count, YEAR_REACH_MONTH);
        int any = year_choice_by_dates(&stretch, latest, days, count, YEAR_REACH_ANY);
        cr_assert(eq(int, month, rows[i].within_month), "row %zu", i);
        cr_assert(eq(int, any, rows[i].any), "row %zu", i);
    }
}

Test(tally_year_choice, a_leap_day_needs_a_leap_year)
{
    struct year_stretch leap = stretch_of("02-27 02-29 03-02");
    struct year_stretch over_new_year = stretch_of("12-01 12-20 01-15 02-10 02-29");
    struct year_stretch other = stretch_of("02-27 03-02");
    cr_assert(eq(int, year_choice_by_leap_day(&leap, date_of("2027-03-05")), 2024));
    cr_assert(eq(int, year_choice_by_leap_day(&leap, date_of("1903-03-05")), 1896));
    cr_assert(eq(int, year_choice_by_leap_day(&leap, date_of("2024-03-05")), 2024));
    cr_assert(eq(int, year_choice_by_leap_day(&over_new_year, date_of("2025-03-05")), 2024));
    cr_assert(eq(int, year_choice_first_day(&over_new_year, 2024).year, 2023));
    cr_assert(eq(int, year_choice_by_leap_day(&leap, date_of("")), 0));
    cr_assert(eq(int, year_choice_by_leap_day(&other, date_of("2025-03-05")), 0));
}

Test(tally_year_choice, a_log_is_divided_by_a_time_within_it)
{
    struct year_stretch stretch = stretch_of("12-10 12-28 01-02");
    cr_assert(not(year_choice_is_divided(&stretch, date_of("2026-01-06"))));
    cr_assert(not(year_choice_is_divided(&stretch, date_of("2026-11-30"))));
    cr_assert(year_choice_is_divided(&stretch, date_of("2026-12-20")));
}

Test(tally_year_choice, a_log_of_a_whole_year_has_no_stretch)
{
    struct year_days days = {{0}};
    struct year_stretch stretch;
    cr_assert(not(year_choice_stretch(&days, &stretch)));
    memset(&days, 0xFF, sizeof days);
    cr_assert(not(year_choice_stretch(&days, &stretch)));
}
