#include "report/backups.h"

#include <stdlib.h>

#include "report/builder.h"
#include "tally/job_counts.h"
#include "tally/source_counts.h"
#include "tally/text_budget.h"

enum { SAME_NIGHT_MINUTES = 60 }; /* at most, between the lists of a backup's volumes */

bool backup_is_done(const struct backup *backup)
{
    return backup->state == JOB_SUCCEEDED || backup->state == JOB_WARNINGS;
}

bool backup_is_finished(const struct backup *backup)
{
    return backup_is_done(backup) || backup->state == JOB_FAILED;
}

bool backup_is_open(const struct backup *backup)
{
    return backup->state == JOB_RUNNING || backup->state == JOB_HANGS;
}

bool backup_is_over_limit(const struct backup *backup)
{
    return backup->state == JOB_FAILED && backup->cause.kind == CAUSE_NONE &&
           backup->files > MOST_FAILED_FILES;
}

bool backup_hit_limit(const struct builder *builder, const struct backup *backup)
{
    size_t error = 0;
    bool is_recorded =
        backup->state == JOB_FAILED && backup->cause.kind == CAUSE_ERROR &&
        catalog_error_by_symbol(builder->catalog, span_of(FILES_LIMIT_ERROR_SYMBOL), &error) &&
        backup->cause.value == error;
    return is_recorded || backup_is_over_limit(backup);
}

bool backup_settles(const struct backup *backup)
{
    return backup_is_done(backup) && backup->has_all_failures;
}

const struct backup *backups_newest_finished(struct backup_row row)
{
    const struct backup *newest = NULL;
    for (size_t i = row.count; i-- > 0;) {
        const struct backup *backup = &row.backups[i];
        if (!backup_is_finished(backup) || (newest != NULL && backup->state != JOB_FAILED))
            continue;
        newest = backup;
        /* Those without a time come first in the row: if there are no others, any may be it. */
        if (datetime_is_set(newest->begin) || newest->state == JOB_FAILED)
            break;
    }
    return newest;
}

/* The job's own success is also written when files failed, so it says which ones did only in a log
 * that has the whole job. */
static bool has_whole_log(const struct job *job)
{
    return job->started[PHASE_PREBACKUP].is_seen && job->succeeded.is_seen;
}

/* True if the log of the whole job names what failed. A warning of an event or a table, while the
 * log names no file, is of files that it lacks. */
static bool names_failures(const struct job_run *run)
{
    bool is_contradicted = run->shown.state == JOB_WARNINGS && run->shown.files == 0;
    return has_whole_log(run->job) && !is_contradicted;
}

static struct backup backup_of(const struct builder *builder, const struct job_run *run)
{
    const struct job *job = run->job;
    bool is_list = job->kind == JOB_KIND_LIST;
    struct backup backup = {
        .host = job->host,
        .kind = job->is_system_state ? BACKUP_OF_SYSTEM_STATE : BACKUP_OF_FILES,
        .source = job->source,
        .has_job = job->kind != JOB_KIND_EVENT,
        .is_of_windows = job->is_of_windows,
        .is_version = job->is_version,
        .state = run->shown.state,
        .is_aborted = run->shown.is_aborted,
        .is_list = is_list,
        .has_all_failures = is_list || run->has_clean_row || run->has_list || names_failures(run),
        .files = run->shown.files,
        .begin = datetime_is_set(run->shown.start) ? run->shown.start : job->first,
        .end = run->shown.end,
        .last = job->last,
        .cause = job->cause};
    if (backup.has_job)
        backup.job = hash_array_number(&builder->tally->job_counts.jobs, job);
    return backup;
}

static bool is_of_same_night(const struct backup *a, const struct backup *b)
{
    if (!a->is_list || !b->is_list || !datetime_is_set(a->begin) || !datetime_is_set(b->begin))
        return false;
    if (!a->begin.has_time || !b->begin.has_time)
        return a->begin.month == b->begin.month && a->begin.day == b->begin.day;
    int64_t apart = datetime_milliseconds_between(a->begin, b->begin);
    return apart <= (int64_t)SAME_NIGHT_MINUTES * MINUTE_MILLISECONDS;
}

static void number_turns(struct backup *backups, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool is_same = i > 0 && is_of_same_night(&backups[i - 1], &backups[i]);
        backups[i].turn = i == 0 ? 0 : backups[i - 1].turn + !is_same;
    }
}

/* The runs, which begin with number `first` of all, are in the order of host and time, so that each
 * host's are together. */
static size_t append_row(const struct builder *builder, const struct job_run *runs, size_t first,
                         size_t count, enum backup_kind kind, struct backup *backups)
{
    size_t filled = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_of_kind = runs[i].job->is_system_state == (kind == BACKUP_OF_SYSTEM_STATE);
        if (is_of_kind && job_run_is_any_backup(&runs[i])) {
            backups[filled] = backup_of(builder, &runs[i]);
            backups[filled++].run = first + i;
        }
    }
    number_turns(backups, filled);
    return filled;
}

bool backups_collect(struct builder *builder, const struct job_run *runs, size_t count)
{
    struct backups *all = arena_allocate(builder->arena, 1, sizeof *all, builder->fault);
    struct backup *list = arena_allocate(builder->arena, count, sizeof *list, builder->fault);
    if (all == NULL || list == NULL)
        return false;
    all->rows = arena_allocate(builder->arena, builder->tally->text_budget.hosts.count,
                               sizeof *all->rows, builder->fault);
    if (all->rows == NULL)
        return false;
    size_t end = 0;
    for (size_t start = 0; start < count; start = end) {
        uint32_t host = runs[start].job->host;
        for (end = start + 1; end < count && runs[end].job->host == host;)
            end++;
        for (int kind = 0; kind < BACKUP_KIND_COUNT; kind++) {
            struct backup *row = &list[all->count];
            size_t filled =
                append_row(builder, &runs[start], start, end - start, (enum backup_kind)kind, row);
            all->rows[host][kind] = (struct backup_row){.backups = row, .count = filled};
            all->count += filled;
        }
    }
    all->list = list;
    builder->backups = all;
    return true;
}
