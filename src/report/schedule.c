#include "report/schedule.h"

#include "base/datetime.h"

enum {
    NO_RHYTHM = MAX_SCHEDULE_RHYTHMS,
    WEEK_DAYS = 7,
    SATURDAY = 2,
    SUNDAY = 3,
    MOST_DAYS = 1200 /* a longer stretch is no rhythm of one server */
};

/* What the functions below share. */
struct inferring {
    const struct schedule_run *runs;
    size_t count;
    const struct schedule_cover *covers;
    size_t cover_count;
    bool has_year;
    size_t *rhythm_of; /* number of the rhythm that a run belongs to, or NO_RHYTHM */
    struct schedule *schedule;
};

/* The weekday of a day since 1970-01-01, a Thursday: 0. */
static int weekday(int64_t day)
{
    return (int)(((day % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS);
}

/* The day to whose `minute_of_day` a start is nearest. */
static int64_t day_of(int64_t start, int64_t minute_of_day)
{
    int64_t shifted = start - minute_of_day + MINUTES_OF_DAY / 2;
    return (shifted >= 0 ? shifted : shifted - MINUTES_OF_DAY + 1) / MINUTES_OF_DAY;
}

static bool is_at(int64_t start, int64_t minute_of_day)
{
    int64_t apart = start - day_of(start, minute_of_day) * MINUTES_OF_DAY - minute_of_day;
    return apart >= -SCHEDULE_TOLERANCE_MINUTES && apart <= SCHEDULE_TOLERANCE_MINUTES;
}

/* The time of day at which most of the runs without a rhythm begin; `*most` counts them. */
static int64_t busiest_minute(const struct inferring *inferring, size_t *most)
{
    size_t starts[MINUTES_OF_DAY] = {0};
    for (size_t i = 0; i < inferring->count; i++)
        if (inferring->rhythm_of[i] == NO_RHYTHM)
            starts[((inferring->runs[i].start % MINUTES_OF_DAY) + MINUTES_OF_DAY) %
                   MINUTES_OF_DAY]++;
    int64_t busiest = 0;
    *most = 0;
    for (int minute = 0; minute < MINUTES_OF_DAY; minute++) {
        size_t sum = 0;
        for (int apart = -SCHEDULE_TOLERANCE_MINUTES / 2; apart <= SCHEDULE_TOLERANCE_MINUTES / 2;
             apart++)
            sum += starts[(minute + apart + MINUTES_OF_DAY) % MINUTES_OF_DAY];
        /* Of equal times the one at which something begins. */
        if (sum > *most || (sum == *most && sum > 0 && starts[minute] > starts[busiest])) {
            *most = sum;
            busiest = minute;
        }
    }
    return busiest;
}

/* Reads the days of the runs near `rhythm`'s time of day; `weekday_only` -1 takes all of them. */
static bool find_period(const struct inferring *inferring, struct schedule_rhythm *rhythm,
                        int weekday_only)
{
    size_t days = 0;
    size_t daily = 0;
    size_t weekly = 0;
    bool are_weeks = true;
    for (size_t i = 0; i < inferring->count; i++) {
        int64_t day = day_of(inferring->runs[i].start, rhythm->minute_of_day);
        if (inferring->rhythm_of[i] != NO_RHYTHM ||
            !is_at(inferring->runs[i].start, rhythm->minute_of_day) ||
            (weekday_only >= 0 && weekday(day) != weekday_only) ||
            (days > 0 && day == rhythm->last_day))
            continue;
        if (days == 0)
            rhythm->first_day = day;
        else {
            daily += day - rhythm->last_day == 1;
            weekly += day - rhythm->last_day == WEEK_DAYS;
            are_weeks = are_weeks && (day - rhythm->last_day) % WEEK_DAYS == 0;
        }
        rhythm->last_day = day;
        days++;
    }
    rhythm->runs = days;
    if (days < SCHEDULE_LEAST_RUNS || rhythm->last_day - rhythm->first_day > MOST_DAYS)
        return false;
    size_t enough = ((days - 1) * 3 + 4) / 5; /* 60 % of the steps */
    rhythm->period_days = are_weeks && weekly >= enough ? WEEK_DAYS : 1;
    return rhythm->period_days == WEEK_DAYS ||
           (daily >= enough && daily >= SCHEDULE_LEAST_RUNS - 2);
}

static void take_runs(const struct inferring *inferring, const struct schedule_rhythm *rhythm)
{
    bool is_weekly = rhythm->period_days == WEEK_DAYS;
    for (size_t i = 0; i < inferring->count; i++) {
        int64_t start = inferring->runs[i].start;
        int64_t day = day_of(start, rhythm->minute_of_day);
        if (inferring->rhythm_of[i] == NO_RHYTHM && is_at(start, rhythm->minute_of_day) &&
            (!is_weekly || weekday(day) == weekday(rhythm->first_day)))
            inferring->rhythm_of[i] = inferring->schedule->rhythm_count;
    }
    inferring->schedule->rhythms[inferring->schedule->rhythm_count++] = *rhythm;
}

static void find_rhythms(const struct inferring *inferring)
{
    for (int pass = 0; pass < MAX_SCHEDULE_RHYTHMS; pass++) {
        size_t most = 0;
        struct schedule_rhythm rhythm = {.minute_of_day = busiest_minute(inferring, &most)};
        bool is_found = most >= SCHEDULE_LEAST_RUNS && find_period(inferring, &rhythm, -1);
        for (int day = 0; day < WEEK_DAYS && !is_found && most >= SCHEDULE_LEAST_RUNS; day++)
            is_found = find_period(inferring, &rhythm, day);
        if (!is_found)
            return;
        take_runs(inferring, &rhythm);
    }
}

static bool is_covered(const struct inferring *inferring, int64_t due)
{
    for (size_t i = 0; i < inferring->cover_count; i++)
        if (inferring->covers[i].first <= due - SCHEDULE_TOLERANCE_MINUTES &&
            inferring->covers[i].last >= due + SCHEDULE_TOLERANCE_MINUTES)
            return true;
    return false;
}

static bool began_on(const struct inferring *inferring, size_t rhythm, int64_t day)
{
    int64_t minute = inferring->schedule->rhythms[rhythm].minute_of_day;
    for (size_t i = 0; i < inferring->count; i++)
        if (inferring->rhythm_of[i] == rhythm && day_of(inferring->runs[i].start, minute) == day)
            return true;
    return false;
}

/* Two rhythms are two schedules when both have runs on the same days. Else one took the place of
 * the other, and its runs make up for those of the other. */
static bool is_independent(const struct inferring *inferring, size_t one, size_t other)
{
    const struct schedule_rhythm *rhythm = &inferring->schedule->rhythms[other];
    size_t common = 0;
    for (int64_t day = rhythm->first_day; day <= rhythm->last_day && common < 3; day++)
        common += began_on(inferring, one, day) && began_on(inferring, other, day);
    return common >= 3;
}

/* Behind the last run of a rhythm only silence is a gap: the schedule may have been changed. */
static bool is_made_up(const struct inferring *inferring, size_t number,
                       const bool *is_other_schedule, int64_t day, int64_t due)
{
    const struct schedule_rhythm *rhythm = &inferring->schedule->rhythms[number];
    int64_t from = due - SCHEDULE_TOLERANCE_MINUTES;
    int64_t until = from + rhythm->period_days * MINUTES_OF_DAY;
    for (size_t i = 0; i < inferring->count; i++) {
        const struct schedule_run *run = &inferring->runs[i];
        bool is_under_way = run->start < due && run->end > due;
        bool counts = inferring->rhythm_of[i] == NO_RHYTHM || day > rhythm->last_day ||
                      !is_other_schedule[inferring->rhythm_of[i]];
        if (is_under_way || (counts && run->start >= from && run->start < until))
            return true;
    }
    return false;
}

/* Days of the week that a daily rhythm was seen on, and how often each was missed. */
struct week {
    bool is_seen[WEEK_DAYS];
    size_t missed[WEEK_DAYS];
};

static struct week week_of(const struct inferring *inferring, size_t number)
{
    const struct schedule_rhythm *rhythm = &inferring->schedule->rhythms[number];
    struct week week = {0};
    for (int64_t day = rhythm->first_day; day <= rhythm->last_day; day++) {
        if (began_on(inferring, number, day))
            week.is_seen[weekday(day)] = true;
        else
            week.missed[weekday(day)]++;
    }
    return week;
}

/* Whether the day and one beside it may be the weekend: no run was seen on either. */
static bool is_in_weekend(const struct week *week, int name, bool has_year)
{
    if (has_year)
        return (name == SATURDAY || name == SUNDAY) && !week->is_seen[SATURDAY] &&
               !week->is_seen[SUNDAY];
    return !week->is_seen[(name + 1) % WEEK_DAYS] ||
           !week->is_seen[(name + WEEK_DAYS - 1) % WEEK_DAYS];
}

/* The schedule may leave the day out: it was never seen with a run. */
static bool may_be_left_out(const struct inferring *inferring, const struct week *week, int64_t day)
{
    int name = weekday(day);
    if (week->is_seen[name])
        return false;
    return week->missed[name] > 1 || is_in_weekend(week, name, inferring->has_year);
}

/* Of an unknown year nobody knows whether it had the day. */
static bool may_be_no_day(const struct inferring *inferring, int64_t day)
{
    struct datetime date = datetime_of_days(day);
    return !inferring->has_year && date.month == 2 && date.day == 29;
}

static void find_gaps(const struct inferring *inferring, size_t number)
{
    struct schedule *schedule = inferring->schedule;
    const struct schedule_rhythm *rhythm = &schedule->rhythms[number];
    struct week week = week_of(inferring, number);
    bool is_other_schedule[MAX_SCHEDULE_RHYTHMS] = {false};
    int64_t end = rhythm->last_day;
    for (size_t i = 0; i < schedule->rhythm_count; i++)
        is_other_schedule[i] = i != number && is_independent(inferring, number, i);
    for (size_t i = 0; i < inferring->cover_count; i++)
        if (inferring->covers[i].last / MINUTES_OF_DAY > end)
            end = inferring->covers[i].last / MINUTES_OF_DAY;
    /* Another rhythm took its place: the schedule was changed. */
    for (size_t i = 0; i < schedule->rhythm_count; i++)
        if (i != number && !is_other_schedule[i] &&
            schedule->rhythms[i].last_day > rhythm->last_day)
            end = rhythm->last_day;
    if (end > rhythm->last_day + MOST_DAYS)
        end = rhythm->last_day + MOST_DAYS;
    for (int64_t day = rhythm->first_day; day <= end; day += rhythm->period_days) {
        int64_t due = day * MINUTES_OF_DAY + rhythm->minute_of_day;
        if (!is_covered(inferring, due) || began_on(inferring, number, day) ||
            (rhythm->period_days == 1 && may_be_left_out(inferring, &week, day)) ||
            may_be_no_day(inferring, day) ||
            is_made_up(inferring, number, is_other_schedule, day, due))
            continue;
        schedule->gap_total++;
        if (schedule->gap_count < MAX_SCHEDULE_GAPS)
            schedule->gaps[schedule->gap_count++] =
                (struct schedule_gap){.rhythm = number, .day = day};
    }
}

void schedule_infer(const struct schedule_run *runs, size_t count,
                    const struct schedule_cover *covers, size_t cover_count, bool has_year,
                    size_t *rhythm_of, struct schedule *schedule)
{
    struct inferring inferring = {.runs = runs,
                                  .count = count,
                                  .covers = covers,
                                  .cover_count = cover_count,
                                  .has_year = has_year,
                                  .rhythm_of = rhythm_of,
                                  .schedule = schedule};
    *schedule = (struct schedule){0};
    for (size_t i = 0; i < count; i++)
        rhythm_of[i] = NO_RHYTHM;
    if (count < SCHEDULE_LEAST_RUNS)
        return;
    find_rhythms(&inferring);
    for (size_t i = 0; i < schedule->rhythm_count; i++)
        find_gaps(&inferring, i);
}
