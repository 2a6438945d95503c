#include "report/schedule.h"

#include "base/datetime.h"

enum {
    NO_RHYTHM = MAX_SCHEDULE_RHYTHMS,
    WEEK_DAYS = 7,
    SATURDAY = 2,
    SUNDAY = 3,
    MAX_RHYTHM_DAYS = 1200 /* a longer stretch is no rhythm of one server */
};

struct rhythm_search {
    const struct schedule_input *input;
    size_t *rhythm_of; /* by run: the number of its rhythm, or NO_RHYTHM */
    struct schedule *schedule;
};

/* The day of the week of a day since 1970-01-01; Thursday is 0. */
static int weekday(int64_t day)
{
    return (int)(((day % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS);
}

/* The day whose `minute_of_day` is nearest to the start. */
static int64_t day_of(int64_t start, int64_t minute_of_day)
{
    int64_t shifted = start - minute_of_day + MINUTES_OF_DAY / 2;
    return (shifted >= 0 ? shifted : shifted - MINUTES_OF_DAY + 1) / MINUTES_OF_DAY;
}

static bool is_on_time(int64_t start, int64_t minute_of_day)
{
    int64_t apart = start - day_of(start, minute_of_day) * MINUTES_OF_DAY - minute_of_day;
    return apart >= -SCHEDULE_TOLERANCE_MINUTES && apart <= SCHEDULE_TOLERANCE_MINUTES;
}

/* The time of day at which most runs without a rhythm begin; `*most` is their number. */
static int64_t busiest_minute(const struct rhythm_search *search, size_t *most)
{
    size_t starts[MINUTES_OF_DAY] = {0};
    for (size_t i = 0; i < search->input->count; i++)
        if (search->rhythm_of[i] == NO_RHYTHM)
            starts[((search->input->runs[i].start % MINUTES_OF_DAY) + MINUTES_OF_DAY) %
                   MINUTES_OF_DAY]++;
    int64_t busiest = 0;
    *most = 0;
    for (int minute = 0; minute < MINUTES_OF_DAY; minute++) {
        size_t sum = 0;
        for (int apart = -SCHEDULE_TOLERANCE_MINUTES / 2; apart <= SCHEDULE_TOLERANCE_MINUTES / 2;
             apart++)
            sum += starts[(minute + apart + MINUTES_OF_DAY) % MINUTES_OF_DAY];
        /* Of equally busy times prefer one at which a run begins. */
        if (sum > *most || (sum == *most && sum > 0 && starts[minute] > starts[busiest])) {
            *most = sum;
            busiest = minute;
        }
    }
    return busiest;
}

/* Finds the period of the free runs near the rhythm's time of day, on days of the week
 * `weekday_only` alone or, with -1, on all days. False if they show none. */
static bool find_period(const struct rhythm_search *search, struct schedule_rhythm *rhythm,
                        int weekday_only)
{
    size_t days = 0;
    size_t daily = 0;
    size_t weekly = 0;
    bool are_weeks = true;
    for (size_t i = 0; i < search->input->count; i++) {
        int64_t day = day_of(search->input->runs[i].start, rhythm->minute_of_day);
        if (search->rhythm_of[i] != NO_RHYTHM ||
            !is_on_time(search->input->runs[i].start, rhythm->minute_of_day) ||
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
    if (days < MIN_SCHEDULE_RUNS || rhythm->last_day - rhythm->first_day > MAX_RHYTHM_DAYS)
        return false;
    size_t enough = ((days - 1) * 3 + 4) / 5; /* 60 % of the steps */
    rhythm->period_days = are_weeks && weekly >= enough ? WEEK_DAYS : 1;
    return rhythm->period_days == WEEK_DAYS || (daily >= enough && daily >= MIN_SCHEDULE_RUNS - 2);
}

static void assign_runs(const struct rhythm_search *search, const struct schedule_rhythm *rhythm)
{
    bool is_weekly = rhythm->period_days == WEEK_DAYS;
    for (size_t i = 0; i < search->input->count; i++) {
        int64_t start = search->input->runs[i].start;
        int64_t day = day_of(start, rhythm->minute_of_day);
        if (search->rhythm_of[i] == NO_RHYTHM && is_on_time(start, rhythm->minute_of_day) &&
            (!is_weekly || weekday(day) == weekday(rhythm->first_day)))
            search->rhythm_of[i] = search->schedule->rhythm_count;
    }
    search->schedule->rhythms[search->schedule->rhythm_count++] = *rhythm;
}

static void find_rhythms(const struct rhythm_search *search)
{
    for (int pass = 0; pass < MAX_SCHEDULE_RHYTHMS; pass++) {
        size_t most = 0;
        struct schedule_rhythm rhythm = {.minute_of_day = busiest_minute(search, &most)};
        bool is_found = most >= MIN_SCHEDULE_RUNS && find_period(search, &rhythm, -1);
        for (int day = 0; day < WEEK_DAYS && !is_found && most >= MIN_SCHEDULE_RUNS; day++)
            is_found = find_period(search, &rhythm, day);
        if (!is_found)
            return;
        assign_runs(search, &rhythm);
    }
}

static bool is_logged(const struct rhythm_search *search, int64_t due)
{
    for (size_t i = 0; i < search->input->interval_count; i++)
        if (search->input->intervals[i].first <= due - SCHEDULE_TOLERANCE_MINUTES &&
            search->input->intervals[i].last >= due + SCHEDULE_TOLERANCE_MINUTES)
            return true;
    return false;
}

static bool began_on(const struct rhythm_search *search, size_t rhythm, int64_t day)
{
    int64_t minute = search->schedule->rhythms[rhythm].minute_of_day;
    for (size_t i = 0; i < search->input->count; i++)
        if (search->rhythm_of[i] == rhythm && day_of(search->input->runs[i].start, minute) == day)
            return true;
    return false;
}

/* True if both rhythms have runs on the same days. Otherwise one replaced the other, and its runs
 * make up for those of the other. */
static bool are_parallel(const struct rhythm_search *search, size_t one, size_t other)
{
    const struct schedule_rhythm *rhythm = &search->schedule->rhythms[other];
    size_t common = 0;
    for (int64_t day = rhythm->first_day; day <= rhythm->last_day && common < 3; day++)
        common += began_on(search, one, day) && began_on(search, other, day);
    return common >= 3;
}

/* True if another run makes up for the one due. After the last run of a rhythm any run does: the
 * schedule may have changed. */
static bool is_compensated(const struct rhythm_search *search, size_t number,
                           const bool *is_other_schedule, int64_t day, int64_t due)
{
    const struct schedule_rhythm *rhythm = &search->schedule->rhythms[number];
    int64_t from = due - SCHEDULE_TOLERANCE_MINUTES;
    int64_t until = from + rhythm->period_days * MINUTES_OF_DAY;
    for (size_t i = 0; i < search->input->count; i++) {
        const struct schedule_run *run = &search->input->runs[i];
        bool is_under_way = run->start < due && run->end > due;
        bool counts = search->rhythm_of[i] == NO_RHYTHM || day > rhythm->last_day ||
                      !is_other_schedule[search->rhythm_of[i]];
        if (is_under_way || (counts && run->start >= from && run->start < until))
            return true;
    }
    return false;
}

/* By day of the week: whether a daily rhythm has a run, and how often one is missing. */
struct week {
    bool is_seen[WEEK_DAYS];
    size_t missed[WEEK_DAYS];
};

static struct week week_of(const struct rhythm_search *search, size_t number)
{
    const struct schedule_rhythm *rhythm = &search->schedule->rhythms[number];
    struct week week = {0};
    for (int64_t day = rhythm->first_day; day <= rhythm->last_day; day++) {
        if (began_on(search, number, day))
            week.is_seen[weekday(day)] = true;
        else
            week.missed[weekday(day)]++;
    }
    return week;
}

/* True if the day may belong to a weekend: neither it nor a neighbouring day has a run. */
static bool is_in_weekend(const struct week *week, int name, bool has_year)
{
    if (has_year)
        return (name == SATURDAY || name == SUNDAY) && !week->is_seen[SATURDAY] &&
               !week->is_seen[SUNDAY];
    return !week->is_seen[(name + 1) % WEEK_DAYS] ||
           !week->is_seen[(name + WEEK_DAYS - 1) % WEEK_DAYS];
}

/* True if the schedule may leave the day out: no run was ever seen on that day of the week. */
static bool may_be_left_out(const struct rhythm_search *search, const struct week *week,
                            int64_t day)
{
    int name = weekday(day);
    if (week->is_seen[name])
        return false;
    return week->missed[name] > 1 || is_in_weekend(week, name, search->input->has_year);
}

/* True for 29 February of an unknown year. */
static bool may_not_exist(const struct rhythm_search *search, int64_t day)
{
    struct datetime date = datetime_of_days(day);
    return !search->input->has_year && date.month == 2 && date.day == 29;
}

static void find_gaps(const struct rhythm_search *search, size_t number)
{
    struct schedule *schedule = search->schedule;
    const struct schedule_rhythm *rhythm = &schedule->rhythms[number];
    struct week week = week_of(search, number);
    bool is_other_schedule[MAX_SCHEDULE_RHYTHMS] = {false};
    int64_t end = rhythm->last_day;
    for (size_t i = 0; i < schedule->rhythm_count; i++)
        is_other_schedule[i] = i != number && are_parallel(search, number, i);
    for (size_t i = 0; i < search->input->interval_count; i++)
        if (search->input->intervals[i].last / MINUTES_OF_DAY > end)
            end = search->input->intervals[i].last / MINUTES_OF_DAY;
    /* A rhythm that was replaced has no gaps after its last run. */
    for (size_t i = 0; i < schedule->rhythm_count; i++)
        if (i != number && !is_other_schedule[i] &&
            schedule->rhythms[i].last_day > rhythm->last_day)
            end = rhythm->last_day;
    if (end > rhythm->last_day + MAX_RHYTHM_DAYS)
        end = rhythm->last_day + MAX_RHYTHM_DAYS;
    for (int64_t day = rhythm->first_day; day <= end; day += rhythm->period_days) {
        int64_t due = day * MINUTES_OF_DAY + rhythm->minute_of_day;
        if (!is_logged(search, due) || began_on(search, number, day) ||
            (rhythm->period_days == 1 && may_be_left_out(search, &week, day)) ||
            may_not_exist(search, day) ||
            is_compensated(search, number, is_other_schedule, day, due))
            continue;
        schedule->gap_total++;
        if (schedule->gap_count < MAX_SCHEDULE_GAPS)
            schedule->gaps[schedule->gap_count++] =
                (struct schedule_gap){.rhythm = number, .day = day};
    }
}

void schedule_infer(const struct schedule_input *input, size_t *rhythm_of,
                    struct schedule *schedule)
{
    struct rhythm_search search = {.input = input, .rhythm_of = rhythm_of, .schedule = schedule};
    *schedule = (struct schedule){0};
    for (size_t i = 0; i < input->count; i++)
        rhythm_of[i] = NO_RHYTHM;
    if (input->count < MIN_SCHEDULE_RUNS)
        return;
    find_rhythms(&search);
    for (size_t i = 0; i < schedule->rhythm_count; i++)
        find_gaps(&search, i);
}
