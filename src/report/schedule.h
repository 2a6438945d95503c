/* Infers the backup schedule of one host from the starts of its runs, and the runs that are
 * missing. The agent backs up daily or on chosen days of the week, up to three times a day. Its
 * schedule is in no log, so it is inferred; where the starts do not show it clearly, nothing is
 * reported. */
#ifndef MARSIFT_REPORT_SCHEDULE_H
#define MARSIFT_REPORT_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All times are minutes since 1970-01-01. */
struct schedule_run {
    int64_t start;
    int64_t end; /* `start` if unknown */
};

/* A stretch of time that the logs cover: every run that began in it was logged. */
struct logged_interval {
    int64_t first;
    int64_t last;
};

enum {
    MINUTES_OF_DAY = 24 * 60,
    SCHEDULE_TOLERANCE_MINUTES = 60, /* between a start and its rhythm's time of day */
    MIN_SCHEDULE_RUNS = 4,           /* fewer show no rhythm */
    MAX_SCHEDULE_RHYTHMS = 4,
    MAX_SCHEDULE_GAPS = 64
};

/* Starts at one time of day, every day or every seventh day. */
struct schedule_rhythm {
    int64_t minute_of_day;
    int64_t period_days; /* 1 or 7 */
    int64_t first_day;   /* of its runs, in days since 1970-01-01 */
    int64_t last_day;
    size_t runs; /* days on which a run began */
};

/* A day on which a run was due and none began, although the logs cover that time. */
struct schedule_gap {
    size_t rhythm; /* indexes schedule.rhythms */
    int64_t day;
};

struct schedule {
    struct schedule_rhythm rhythms[MAX_SCHEDULE_RHYTHMS];
    size_t rhythm_count;
    struct schedule_gap gaps[MAX_SCHEDULE_GAPS]; /* the first ones, by rhythm, then by day */
    size_t gap_count;
    size_t gap_total;
};

/* The runs and logs of one host. */
struct schedule_input {
    const struct schedule_run *runs; /* in the order of their starts */
    size_t count;
    const struct logged_interval *intervals;
    size_t interval_count;
    bool has_year; /* false: all times are of the year 0 */
};

/* Infers the rhythms of the runs, and their gaps within the intervals. `rhythm_of` is scratch for
 * as many numbers as there are runs.
 *
 * A rhythm needs four days with a start within an hour of one time of day; most of these days must
 * follow each other after one day, or all of them after whole weeks. The schedule may leave out a
 * day of the week on which no backup was ever seen: such days are no gaps if they are a weekend or
 * occur more than once. A run at another time makes up for a missing one, and so does a run that is
 * still under way.
 *
 * Without a year nobody knows which days are a weekend, so that any two neighbouring days on which
 * no backup was ever seen may be one, nor whether there was a 29 February. */
void schedule_infer(const struct schedule_input *input, size_t *rhythm_of,
                    struct schedule *schedule);

#endif
