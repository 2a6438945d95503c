#include "report/build_lists.h"

#include "report/build_run_files.h"
#include "report/job_run.h"
#include "report/list_name.h"
#include "tally/job_counts.h"
#include "tally/source_counts.h"
#include "tally/tally_parts.h"

enum {
    /* A list is written when its job ends: its name tells nearly that time. */
    SAME_END_MINUTES = 10,
    MAX_NEIGHBOURS = 100
};

/* `moment` as it can be compared with one whose year may not be known. */
static struct datetime like(struct datetime datetime, struct datetime other)
{
    if (other.year == 0)
        datetime.year = 0;
    return datetime;
}

static bool is_day_of(struct datetime datetime, struct datetime day)
{
    return datetime_is_set(datetime) && like(day, datetime).year == datetime.year &&
           datetime.month == day.month && datetime.day == day.day;
}

/* What is asked of a backup for a list; `distance` is what the nearest has least of. */
typedef bool fits(const struct job_run *backup, struct datetime time, int64_t *distance);

static bool ended_then(const struct job_run *backup, struct datetime time, int64_t *distance)
{
    struct datetime end = backup->shown.end;
    if (!end.has_time || !time.has_time)
        return false;
    int64_t apart = datetime_milliseconds_between(end, like(time, end));
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

/* The backup that fits best; `*is_open` when others fit as well, or none. */
static struct job_run *find_backup(struct job_run *runs, size_t count, size_t list,
                                   struct datetime time, fits *fits_list, bool *is_open)
{
    struct job_run *best = NULL;
    int64_t least = 0;
    bool has_equal = false;
    size_t last = list + MAX_NEIGHBOURS < count ? list + MAX_NEIGHBOURS : count;
    for (size_t i = list > MAX_NEIGHBOURS ? list - MAX_NEIGHBOURS : 0; i < last; i++) {
        int64_t distance = 0;
        if (!job_run_is_backup(&runs[i]) || runs[i].job->host != runs[list].job->host ||
            !fits_list(&runs[i], time, &distance))
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

/* A time of day tells the backup that ended then. A mere date, or a clock that is not the log's,
 * tells it if just one ended on that day; if none did, just one that began. */
static struct job_run *backup_of_list(const struct builder *builder, struct job_run *runs,
                                      size_t count, size_t list)
{
    static fits *const ways[] = {ended_then, ended_that_day, began_that_day};
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
    builder->owners =
        arena_allocate(builder->arena, jobs->count, sizeof *builder->owners, builder->fault);
    if (builder->owners == NULL)
        return false;
    for (size_t i = 0; i < jobs->count; i++)
        builder->owners[i] = (uint32_t)i;
    for (size_t i = 0; i < count; i++) {
        struct job_run *backup =
            runs[i].job->kind == JOB_KIND_LIST ? backup_of_list(builder, runs, count, i) : NULL;
        if (backup == NULL)
            continue;
        is_any = true;
        runs[i].shown.part_of = backup->shown.name;
        builder->owners[hash_array_number(jobs, runs[i].job)] =
            hash_array_number(jobs, backup->job);
        if (backup->shown.state == JOB_SUCCEEDED)
            backup->shown.state = JOB_WARNINGS;
    }
    return !is_any || build_run_files(builder, runs, count);
}
