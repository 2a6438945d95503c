#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/datetime.h"

Test(base_datetime, is_formatted_as_iso_8601_as_far_as_it_is_known)
{
    static const struct {
        struct datetime datetime;
        const char *zone;
        const char *text;
    } cases[] = {
        {{0}, "Z", ""},
        {{.year = 2020, .month = 7, .day = 21}, "Z", "2020-07-21"},
        {{.month = 8,
          .day = 4,
          .hour = 13,
          .minute = 16,
          .second = 29,
          .has_time = true,
          .has_milliseconds = true,
          .millisecond = 206},
         "",
         "--08-04T13:16:29.206"},
        {{.year = 2020, .month = 8, .day = 4, .hour = 1, .has_time = true},
         "+09:00",
         "2020-08-04T01:00:00+09:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[DATETIME_TEXT_BYTES];
        cr_assert(eq(str, (char *)datetime_format(cases[i].datetime, cases[i].zone, text),
                     (char *)cases[i].text));
    }
}

Test(base_datetime, days_convert_both_ways)
{
    static const struct {
        int16_t year;
        uint8_t month;
        uint8_t day;
        int64_t days;
    } rows[] = {
        {1970, 1, 1, 0},      {1970, 3, 1, 59},      {2000, 2, 29, 11016}, {2024, 2, 29, 19782},
        {2024, 3, 1, 19783},  {2023, 12, 31, 19722}, {2024, 1, 1, 19723},  {1969, 12, 31, -1},
        {1900, 3, 1, -25508}, {2100, 3, 1, 47541},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct datetime datetime = {
            .year = rows[i].year, .month = rows[i].month, .day = rows[i].day};
        struct datetime back = datetime_of_days(rows[i].days);
        cr_assert(eq(i64, datetime_days(datetime), rows[i].days), "row %zu", i);
        cr_assert(eq(int, datetime_compare(back, datetime), 0), "row %zu", i);
    }
}

static struct datetime end_of_day(struct datetime day)
{
    day.hour = 23;
    day.minute = day.second = 59;
    day.millisecond = 999;
    day.has_time = day.has_milliseconds = true;
    return day;
}

Test(base_datetime, every_day_has_its_number_and_follows_the_day_before)
{
    enum { FIRST_DAY = -720000, LAST_DAY = 2932896 }; /* from before the year 0 to 9999-12-31 */
    struct datetime before = datetime_of_days(FIRST_DAY - 1);
    before = end_of_day(before);
    for (int64_t day = FIRST_DAY; day <= LAST_DAY; day += day < 0 ? 7 : 1) {
        struct datetime datetime = datetime_of_days(day);
        cr_assert(eq(i64, datetime_days(datetime), day));
        cr_assert(gt(int, datetime_compare(datetime, before), 0), "day %lld", (long long)day);
        before = end_of_day(datetime);
    }
}

Test(base_datetime, is_same_only_if_every_member_is_equal)
{
    struct datetime date = {.year = 2024, .month = 7, .day = 21};
    struct datetime others[] = {date, date, date, date, date, date, date};
    others[0].year = 0;
    others[1].day = 22;
    others[2].has_time = true;
    others[3].has_milliseconds = true;
    others[4].millisecond = 1;
    others[5].zone = 1;
    others[6].order = DATETIME_ORDER_OPEN;
    cr_assert(datetime_is_same(&date, &(struct datetime){.year = 2024, .month = 7, .day = 21}));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_assert(not(datetime_is_same(&date, &others[i])), "other %zu", i);
}

Test(base_datetime, without_years_a_january_is_later_than_a_december)
{
    struct datetime december = {.month = 12, .day = 31};
    struct datetime january = {.month = 1, .day = 1};
    cr_assert(datetime_is_later(january, december));
    cr_assert(not(datetime_is_later(december, january)));
    cr_assert(datetime_is_later(january, (struct datetime){0}));
    cr_assert(not(datetime_is_later((struct datetime){0}, january)));
    december.year = january.year = 2024;
    cr_assert(datetime_is_later(december, january));
}

Test(base_datetime, is_moved_from_zone_to_zone)
{
    static const struct {
        int from;
        int to;
        const char *text;
    } cases[] = {
        {0, 9 * 60, "2024-03-01T02:47:38+09:00"},
        {9 * 60, 0, "2024-02-29T08:47:38Z"},
        {-(5 * 60 + 30), 14 * 60, "2024-03-01T13:17:38+14:00"},
        {14 * 60, -12 * 60, "2024-02-28T15:47:38-12:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[DATETIME_TEXT_BYTES];
        struct datetime datetime = {.year = 2024,
                                    .month = 2,
                                    .day = 29,
                                    .hour = 17,
                                    .minute = 47,
                                    .second = 38,
                                    .has_time = true};
        datetime_set_zone(&datetime, cases[i].from);
        datetime = datetime_in_zone(datetime, cases[i].to);
        cr_assert(
            eq(str, (char *)datetime_format(datetime, "-01:00", text), (char *)cases[i].text));
        cr_assert(eq(int, datetime_zone_minutes(datetime), cases[i].to));
    }
}
