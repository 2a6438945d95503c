/* The rhythm in which the backups of one host begin, and the times at which one is missing. The
 * agent runs backups daily or on chosen days of the week, up to three times a day; its schedule is
 * in no log, so it is inferred, and where the starts do not tell it clearly nothing is said. */
#ifndef MARSIFT_REPORT_SCHEDULE_H
#define MARSIFT_REPORT_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All times are minutes since 1970-01-01. */
struct schedule_run {
    int64_t start;
    int64_t end; /* `start` when it is not known */
};

/* A period that the logs cover: what began in it was logged. */
struct schedule_cover {
    int64_t first;
    int64_t last;
};

enum {
    MINUTES_OF_DAY = 24 * 60,
    SCHEDULE_TOLERANCE_MINUTES = 60, /* how far starts of one rhythm lie from its time of day */
    SCHEDULE_LEAST_RUNS = 4,         /* fewer show no rhythm */
    MAX_SCHEDULE_RHYTHMS = 4,
    MAX_SCHEDULE_GAPS = 64
};

/* Starts at one time of day, every day or every seventh day. */
struct schedule_rhythm {
    int64_t minute_of_day;
    int64_t period_days; /* 1 or 7 */
    int64_t first_day;   /* of the runs seen, in days since 1970-01-01 */
    int64_t last_day;
    size_t runs; /* days on which one began */
};

/* A time at which a run was due, the logs cover it, and none began. */
struct schedule_gap {
    size_t rhythm;
    int64_t day;
};

struct schedule {
    struct schedule_rhythm rhythms[MAX_SCHEDULE_RHYTHMS];
    size_t rhythm_count;
    struct schedule_gap gaps[MAX_SCHEDULE_GAPS]; /* the first ones, in order for each rhythm */
    size_t gap_count;
    size_t gap_total;
};

/* Infers the rhythms of `runs`, which are in the order of their starts, and their gaps within
 * `covers`. `rhythm_of` is scratch for `count` numbers.
 *
 * A rhythm needs four days with a start within an hour of one time of day, of which most follow
 * each other after one day, or all after weeks. A day of the week on which no backup was ever seen
 * may be left out by the schedule: such days are no gaps when they are a weekend or come again. A
 * run at another time makes up for a missing one, as does one that is still under way.
 *
 * `has_year` false says that all times are of the year 0: then nobody knows which days are a
 * weekend, and two days side by side on which no backup was ever seen may be one; nor whether there
 * was a 29 February. */
void schedule_infer(const struct schedule_run *runs, size_t count,
                    const struct schedule_cover *covers, size_t cover_count, bool has_year,
                    size_t *rhythm_of, struct schedule *schedule);

#endif
