#include "report/build_lists.h"

#include "report/build_run_files.h"
#include "report/job_run.h"
#include "report/list_name.h"
#include "tally/job_counts.h"
#include "tally/source_counts.h"
#include "tally/tally_parts.h"

enum {
    /* A list is written when its job ends, and its name has nearly that time. */
    SAME_END_MINUTES = 10,
    MAX_NEIGHBOURS = 100
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

/* True if the backup may have written a list of that time; the best has the least `distance`. */
typedef bool list_matcher(const struct job_run *backup, struct datetime time, int64_t *distance);

static bool ended_then(const struct job_run *backup, struct datetime time, int64_t *distance)
{
    struct datetime end = backup->shown.end;
    if (!end.has_time || !time.has_time)
        return false;
    int64_t apart = datetime_milliseconds_between(end, comparable_with(time, end));
    *distance = apart < 0 ? -apart : apart;
    return *distance <= (int64_t)SAME_END_MINUTES * MINUTE_MILLISECONDS;
}

static bool ended_that_day(const struct job_run *backup, struct datetime time, int64_t *distance)
{
    *distance = 0;
    return is_day_of(backup->shown.end, time);
}

static bool began_that_day(const struct job_run *backup, struct datetime time, int64_t *distance)
{
    *distance = 0;
    return is_day_of(backup->shown.start, time);
}

/* The backup that matches best, or NULL. `*is_open` is set if none matches, rather than several
 * equally well. */
static struct job_run *find_backup(struct job_run *runs, size_t count, size_t list,
                                   struct datetime time, list_matcher *matches, bool *is_open)
{
    struct job_run *best = NULL;
    int64_t least = 0;
    bool has_equal = false;
    size_t last = list + MAX_NEIGHBOURS < count ? list + MAX_NEIGHBOURS : count;
    for (size_t i = list > MAX_NEIGHBOURS ? list - MAX_NEIGHBOURS : 0; i < last; i++) {
        int64_t distance = 0;
        if (!job_run_is_backup(&runs[i]) || runs[i].job->host != runs[list].job->host ||
            runs[i].job->is_system_state != runs[list].job->is_system_state ||
            !matches(&runs[i], time, &distance))
            continue;
        has_equal = best != NULL && distance == least;
        if (best != NULL && distance >= least)
            continue;
        best = &runs[i];
        least = distance;
    }
    *is_open = best == NULL;
    return has_equal ? NULL : best;
}

/* Finds the backup that ended at the list's time of day. For a mere date, or a clock other than the
 * log's, the only one that ended on that day; if none did, the only one that began. */
static struct job_run *backup_of_list(const struct builder *builder, struct job_run *runs,
                                      size_t count, size_t list)
{
    static list_matcher *const ways[] = {ended_then, ended_that_day, began_that_day};
    const struct tally_log *log = builder->tally->source_counts.logs[runs[list].job->place.log];
    struct datetime time = list_name_time(log->name);
    struct job_run *backup = NULL;
    bool is_open = true;
    if (!datetime_is_set(time))
        time = runs[list].job->first;
    if (!datetime_is_set(time))
        return NULL;
    for (size_t i = 0; i < sizeof ways / sizeof *ways && is_open; i++)
        backup = find_backup(runs, count, list, time, ways[i], &is_open);
    return backup;
}

bool build_lists(struct builder *builder, struct job_run *runs, size_t count)
{
    const struct hash_array *jobs = &builder->tally->job_counts.jobs;
    bool is_any = false;
    builder->parent_run =
        arena_allocate(builder->arena, jobs->count, sizeof *builder->parent_run, builder->fault);
    if (builder->parent_run == NULL)
        return false;
    for (size_t i = 0; i < jobs->count; i++)
        builder->parent_run[i] = (uint32_t)i;
    for (size_t i = 0; i < count; i++) {
        struct job_run *backup =
            runs[i].job->kind == JOB_KIND_LIST ? backup_of_list(builder, runs, count, i) : NULL;
        if (backup == NULL)
            continue;
        is_any = true;
        runs[i].shown.part_of = backup->shown.name;
        builder->parent_run[hash_array_number(jobs, runs[i].job)] =
            hash_array_number(jobs, backup->job);
        backup->has_list = true;
        if (backup->shown.state == JOB_SUCCEEDED)
            backup->shown.state = JOB_WARNINGS;
    }
    return !is_any || build_run_files(builder, runs, count);
}
