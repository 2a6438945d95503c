#include "report/build_lists.h"

#include "report/build_run_files.h"
#include "report/elapsed.h"
#include "report/job_run.h"
#include "report/rhythm.h"
#include "tally/job_counts.h"
#include "tally/source_counts.h"
#include "tally/tally_parts.h"
#include "text/list_name.h"

enum {
    LAST_MINUTES =
        60, /* at most, from a job's last record to its list, which is written at the end */
    MAX_NEIGHBOURS = 100 /* looked at where the order of the runs does not tell */
};

/* `datetime` without its year if `other` has none, so that both can be compared. */
static struct datetime comparable_with(struct datetime datetime, struct datetime other)
{
    if (other.year == 0)
        datetime.year = 0;
    return datetime;
}

static bool is_day_of(struct datetime datetime, struct datetime day)
{
    return datetime_is_set(datetime) && comparable_with(day, datetime).year == datetime.year &&
           datetime.month == day.month && datetime.day == day.day;
}

static int64_t seconds_between(struct datetime start, struct datetime end)
{
    enum { SECOND_MILLISECONDS = 1000 };
    start.millisecond = end.millisecond = 0;
    return datetime_milliseconds_between(start, end) / SECOND_MILLISECONDS;
}

static struct datetime begin_of(const struct job_run *run)
{
    return datetime_is_set(run->shown.start) ? run->shown.start : run->job->first;
}

/* True if the backup may have written a list of that time: one that it began before, and that is
 * not much later than its last record. For a mere date, one that began or ended on that day. */
static bool may_have_written(const struct job_run *run, struct datetime time)
{
    struct datetime begin = begin_of(run);
    struct datetime last = run->job->last;
    if (!datetime_is_set(begin))
        return false;
    if (!time.has_time || !begin.has_time)
        return is_day_of(begin, time) || is_day_of(last, time);
    time = comparable_with(time, begin);
    return seconds_between(begin, time) >= 0 &&
           seconds_between(last, time) <= (int64_t)LAST_MINUTES * 60;
}

/* The runs, and the list whose backup is looked for. */
struct list_search {
    struct job_run *runs;
    size_t count;
    size_t list;
    struct datetime time;
};

static bool is_candidate(const struct list_search *search, size_t run)
{
    const struct job *job = search->runs[run].job;
    const struct job *list = search->runs[search->list].job;
    return job_run_may_have_list(&search->runs[run]) && job->host == list->host &&
           job->is_system_state == list->is_system_state;
}

static bool is_newer(const struct job_run *run, const struct job_run *other)
{
    return other == NULL || datetime_is_later(begin_of(run), begin_of(other));
}

/* The newest backup around the list that may have written it. Without years, and for a mere date,
 * the order of the runs does not tell which one that is. */
static struct job_run *newest_neighbour(const struct list_search *search)
{
    size_t list = search->list;
    size_t end = list + MAX_NEIGHBOURS < search->count ? list + MAX_NEIGHBOURS : search->count;
    struct job_run *best = NULL;
    for (size_t i = list > MAX_NEIGHBOURS ? list - MAX_NEIGHBOURS : 0; i < end; i++)
        if (is_candidate(search, i) && may_have_written(&search->runs[i], search->time) &&
            is_newer(&search->runs[i], best))
            best = &search->runs[i];
    return best;
}

/* The backup of the list. `previous` is the newest one of its host and kind before it, or NULL. */
static struct job_run *backup_of_list(const struct list_search *search, struct job_run *previous)
{
    struct job_run *newest = previous;
    if (!search->time.has_time || previous == NULL || begin_of(previous).year == 0)
        newest = newest_neighbour(search);
    for (size_t i = search->list + 1; i < search->count && search->time.has_time; i++) {
        /* A list's time has no milliseconds. */
        if (!datetime_is_set(search->runs[i].when) || search->runs[i].when.year == 0 ||
            seconds_between(search->time, search->runs[i].when) != 0)
            break;
        if (is_candidate(search, i))
            newest = &search->runs[i];
    }
    return newest != NULL && may_have_written(newest, search->time) ? newest : NULL;
}

static struct datetime time_of_list(const struct builder *builder, const struct job_run *list)
{
    const struct tally_log *log = builder->tally->source_counts.logs[list->job->place.log];
    struct datetime time = list_name_time(log->name);
    return datetime_is_set(time) ? time : list->job->first;
}

static void join(const struct builder *builder, struct job_run *list, struct job_run *backup)
{
    const struct hash_array *jobs = &builder->tally->job_counts.jobs;
    list->shown.part_of = backup->shown.name;
    builder->parent_run[hash_array_number(jobs, list->job)] = hash_array_number(jobs, backup->job);
    backup->has_list = true;
    if (backup->shown.state == JOB_SUCCEEDED)
        backup->shown.state = JOB_WARNINGS;
}

/* True for the list that Windows Server Backup writes of each run with failures, whether or not the
 * run was done. */
static bool is_of_windows(const struct builder *builder, const struct job_run *list)
{
    const struct tally_log *log = builder->tally->source_counts.logs[list->job->place.log];
    return log->shown.kind == LOG_KIND_BACKUP_ERROR_LOG;
}

/* The run of Windows Server Backup whose end an event tells next after the list; NULL if there is
 * none within a day. */
static struct job_run *event_of_list(const struct list_search *search)
{
    size_t list = search->list;
    size_t end = list + MAX_NEIGHBOURS < search->count ? list + MAX_NEIGHBOURS : search->count;
    for (size_t i = list > MAX_NEIGHBOURS ? list - MAX_NEIGHBOURS : 0; i < end; i++) {
        struct job_run *run = &search->runs[i];
        if (run->job->is_of_windows && run->job->host == search->runs[list].job->host &&
            elapsed_minutes(search->time, run->job->last) >= 0 &&
            elapsed_minutes(search->time, begin_of(run)) <= RHYTHM_DAY_MINUTES)
            return run;
    }
    return NULL;
}

/* A list that belongs to no backup in the input shows that one was done with failures. One of
 * Windows Server Backup shows only that one failed on files, also where an event says success. */
static void state_lonely(const struct builder *builder, const struct list_search *search)
{
    struct job_run *list = &search->runs[search->list];
    if (!is_of_windows(builder, list)) {
        list->shown.state = JOB_WARNINGS;
        return;
    }
    struct job_run *run = datetime_is_set(search->time) ? event_of_list(search) : NULL;
    if (run == NULL)
        return;
    run->has_clean_row = false;
    if (run->shown.state == JOB_SUCCEEDED)
        run->shown.state = JOB_WARNINGS;
}

/* Joins the lists of all runs; true if any was joined. */
static bool join_lists(const struct builder *builder, struct job_run *runs, size_t count)
{
    struct job_run *newest[2] = {NULL, NULL}; /* by is_system_state */
    bool is_any = false;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && runs[i].job->host != runs[i - 1].job->host)
            newest[0] = newest[1] = NULL;
        if (job_run_may_have_list(&runs[i]))
            newest[runs[i].job->is_system_state] = &runs[i];
        if (runs[i].job->kind != JOB_KIND_LIST)
            continue;
        struct list_search search = {
            .runs = runs, .count = count, .list = i, .time = time_of_list(builder, &runs[i])};
        struct job_run *backup = datetime_is_set(search.time)
                                     ? backup_of_list(&search, newest[runs[i].job->is_system_state])
                                     : NULL;
        if (backup != NULL)
            join(builder, &runs[i], backup);
        else
            state_lonely(builder, &search);
        is_any = is_any || backup != NULL;
    }
    return is_any;
}

bool build_lists(struct builder *builder, struct job_run *runs, size_t count)
{
    const struct hash_array *jobs = &builder->tally->job_counts.jobs;
    builder->parent_run =
        arena_allocate(builder->arena, jobs->count, sizeof *builder->parent_run, builder->fault);
    if (builder->parent_run == NULL)
        return false;
    for (size_t i = 0; i < jobs->count; i++)
        builder->parent_run[i] = (uint32_t)i;
    return !join_lists(builder, runs, count) || build_run_files(builder, runs, count);
}
