#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/datetime.h"
#include "report/schedule.h"

enum { MAX_DAYS = 64, EVENING = 22 * 60, NOON = 12 * 60 };

/* Monday, 2024-07-01. */
static const int64_t monday = 19905;

/* One letter per day from Monday: e for a run at 22:00, n for one at noon, b for both, l for one at
 * 05:00 the next morning, x for one at 22:00 that lasts 30 hours, - for none. */
static size_t write_runs(const char *days, struct schedule_run *runs)
{
    size_t count = 0;
    for (size_t i = 0; days[i] != '\0'; i++) {
        int64_t midnight = (monday + (int64_t)i) * MINUTES_OF_DAY;
        if (strchr("nb", days[i]) != NULL)
            runs[count++] =
                (struct schedule_run){midnight + NOON + (int64_t)(i % 7), midnight + NOON + 50};
        if (strchr("ebx", days[i]) != NULL)
            runs[count++] =
                (struct schedule_run){midnight + EVENING - (int64_t)(i % 5),
                                      midnight + EVENING + (days[i] == 'x' ? 1800 : 50)};
        if (days[i] == 'l')
            runs[count++] = (struct schedule_run){midnight + 29 * 60, midnight + 29 * 60 + 50};
    }
    return count;
}

static void infer(const char *days, int64_t last_day, bool has_year, struct schedule *schedule)
{
    struct schedule_run runs[2 * MAX_DAYS];
    size_t rhythm_of[2 * MAX_DAYS];
    size_t count = write_runs(days, runs);
    struct logged_interval interval = {monday * MINUTES_OF_DAY,
                                       (monday + last_day) * MINUTES_OF_DAY};
    schedule_infer(&(struct schedule_input){runs, count, &interval, 1, has_year}, rhythm_of,
                   schedule);
}

static void write_gaps(const struct schedule *schedule, char gaps[200])
{
    for (size_t gap = 0; gap < schedule->gap_count; gap++)
        snprintf(gaps + strlen(gaps), 200 - strlen(gaps), "%s%d", gap ? " " : "",
                 (int)(schedule->gaps[gap].day - monday));
}

Test(report_schedule, missing_runs_are_reported_only_where_the_rhythm_is_clear)
{
    static const struct {
        const char *days;
        size_t rhythms;
        const char *gaps;   /* the days, as offsets written a + number */
        int64_t cover_days; /* 0: to the end of the days */
    } rows[] = {
        {"eeeeeeeeee", 1, "", 0},
        {"eeee-eeeee", 1, "4", 0},
        {"eee-e", 1, "3", 0},
        {"ee-e", 0, "", 0},                /* three runs */
        {"e-e-e-e-e", 0, "", 0},           /* the agent has no schedule of every other day */
        {"e--e-e---ee---e", 0, "", 0},     /* by hand */
        {"eeeee--eeeee--eeeee", 1, "", 0}, /* weekdays */
        {"eeeee--eee-e--eeeee", 1, "10", 0},
        {"eeeee--", 1, "", 0},
        {"eeeeeee-eee", 1, "7", 0},
        {"eeeeeeeeee---", 1, "10 11 12", 0}, /* it stopped, and the log goes on */
        {"eeeeeeeeee---", 1, "", 10},        /* the log ends */
        {"eeeeleeeee", 1, "", 0},            /* made up for in the morning */
        {"eeeexeeee", 1, "", 0},
        {"eeex-eee", 1, "", 0}, /* the night before lasted */
        {"bbbbbbbb", 2, "", 0},
        {"bbbnbbbb", 2, "3", 0}, /* only the evening is missing */
        {"bbb-bbbb", 2, "3 3", 0},
        {"eeeeeennnnnn", 2, "", 0}, /* the schedule was changed */
        {"e------e------e------e------", 1, "", 0},
        {"e------e-------------e------e------e", 1, "14", 0},
        {"-e----e-e----e-e----e-e----e", 2, "", 0}, /* Tuesdays and Sundays */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct schedule schedule;
        char gaps[200] = "";
        int64_t length = (int64_t)strlen(rows[i].days);
        infer(rows[i].days, rows[i].cover_days ? rows[i].cover_days : length, true, &schedule);
        write_gaps(&schedule, gaps);
        cr_assert(eq(sz, schedule.rhythm_count, rows[i].rhythms), "%s", rows[i].days);
        cr_assert(eq(str, gaps, (char *)rows[i].gaps), "%s", rows[i].days);
    }
}

Test(report_schedule, without_a_year_any_two_neighbouring_days_may_be_the_weekend)
{
    static const struct {
        const char *days;
        const char *gaps;
    } rows[] = {
        {"eee-eeee", "3"},
        {"eee--eee", ""},
        {"ee--eeeee--eeeee--eee", ""},
        {"ee--eee-e--eeeee", "7"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct schedule schedule;
        char gaps[200] = "";
        infer(rows[i].days, (int64_t)strlen(rows[i].days), false, &schedule);
        write_gaps(&schedule, gaps);
        cr_assert(eq(str, gaps, (char *)rows[i].gaps), "%s", rows[i].days);
    }
}

Test(report_schedule, without_a_year_there_may_be_no_29_february)
{
    int64_t first = datetime_days((struct datetime){.month = 2, .day = 24});
    struct schedule_run runs[8];
    size_t rhythm_of[8];
    size_t count = 0;
    struct schedule schedule;
    for (int64_t day = first; day < first + 9; day++)
        if (day != first + 5)
            runs[count++] = (struct schedule_run){day * MINUTES_OF_DAY, day * MINUTES_OF_DAY + 50};
    struct logged_interval interval = {(first - 1) * MINUTES_OF_DAY, (first + 9) * MINUTES_OF_DAY};
    schedule_infer(&(struct schedule_input){runs, count, &interval, 1, /* has_year= */ false},
                   rhythm_of, &schedule);
    cr_assert(eq(sz, schedule.gap_total, 0));
    schedule_infer(&(struct schedule_input){runs, count, &interval, 1, /* has_year= */ true},
                   rhythm_of, &schedule);
    cr_assert(eq(sz, schedule.gap_total, 1));
}

Test(report_schedule, times_that_no_log_covers_are_no_gaps)
{
    struct schedule_run runs[2 * MAX_DAYS];
    size_t rhythm_of[2 * MAX_DAYS];
    struct schedule schedule;
    size_t count = write_runs("eeee--eeeeeeee", runs);
    struct logged_interval intervals[] = {
        {monday * MINUTES_OF_DAY, (monday + 4) * MINUTES_OF_DAY + EVENING + 50},
        {(monday + 5) * MINUTES_OF_DAY + EVENING - 50, (monday + 10) * MINUTES_OF_DAY}};
    schedule_infer(&(struct schedule_input){runs, count, intervals, 2, /* has_year= */ true},
                   rhythm_of, &schedule);
    cr_assert(eq(sz, schedule.gap_total, 0));
    intervals[0].last += 20;
    schedule_infer(&(struct schedule_input){runs, count, intervals, 2, /* has_year= */ true},
                   rhythm_of, &schedule);
    cr_assert(eq(sz, schedule.gap_total, 1));
    cr_assert(eq(i64, schedule.gaps[0].day, monday + 4));
    schedule_infer(&(struct schedule_input){runs, count, intervals, 0, /* has_year= */ true},
                   rhythm_of, &schedule);
    cr_assert(eq(sz, schedule.gap_total, 0));
}
