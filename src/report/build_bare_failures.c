#include "report/build_bare_failures.h"

#include "base/hash.h"
#include "report/backups.h"
#include "tally/job_counts.h"
#include "tally/period.h"
#include "verdict/verdict.h"

static bool says_why(const struct job *job)
{
    return job_says_why(job) || job->files > MOST_FAILED_FILES;
}

static uint64_t key_of(const struct builder *builder, const struct tally_finding *finding)
{
    return hash_mix(hash_mix(builder->tally->options.seed, finding->host), finding->error);
}

/* Adds `events` bare failures of the job to those of its host, under the error as which they
 * count. */
static bool add_told_error(const struct builder *builder, const struct job *job, size_t error,
                           uint64_t events, struct hash_array *told)
{
    struct tally_finding finding = {
        .host = job->host, .error = error, .example = {job->name, job->place}};
    bool is_new = false;
    struct tally_finding *sum =
        hash_array_add(told, key_of(builder, &finding), &is_new, builder->fault);
    if (sum == NULL)
        return false;
    if (is_new)
        *sum = finding;
    sum->events += events;
    period_join(&sum->first, &sum->last, job->first, job->last);
    return true;
}

static bool add_told_as(const struct builder *builder, const struct job *job, const char *symbol,
                        uint64_t events, struct hash_array *told)
{
    size_t error = 0;
    return events == 0 || !catalog_error_by_symbol(builder->catalog, span_of(symbol), &error) ||
           add_told_error(builder, job, error, events, told);
}

static bool add_told(const struct builder *builder, const struct job *job, struct hash_array *told)
{
    if (!job_kind_is_backup(job->kind))
        return add_told_as(builder, job, OTHER_JOB_FAILED_SYMBOL, job->bare, told);
    return add_told_as(builder, job, JOB_FAILED_SYMBOL, job->bare - job->aborts, told) &&
           add_told_as(builder, job, JOB_ABORTED_SYMBOL, job->aborts, told);
}

/* Collects the bare failures of jobs of which other records, or the run that they belong to, tell
 * why they failed, and the events of such runs. */
static bool collect_told(const struct builder *builder, struct hash_array *told)
{
    const struct hash_array *jobs = &builder->tally->job_counts.jobs;
    for (size_t i = 0; i < jobs->count; i++) {
        const struct job *job = hash_array_at(jobs, i);
        if (job->bare > 0 &&
            (says_why(job) || says_why(hash_array_at(jobs, builder->parent_run[i]))) &&
            !add_told(builder, job, told))
            return false;
    }
    for (size_t i = 0; i < builder->told_runs.count; i++) {
        const struct job *run = *(struct job *const *)hash_array_at(&builder->told_runs, i);
        if (!add_told_error(builder, run, run->error - 1, run->bare, told))
            return false;
    }
    return true;
}

/* Takes the events of `told` from `finding`, or makes it theirs. */
static bool move_events(const struct builder *builder, const struct tally_finding *told,
                        size_t error, size_t number, struct hash_array *findings)
{
    struct tally_finding *finding = hash_array_at(findings, number);
    if (told->events >= finding->events) {
        finding->error = error;
        return true;
    }
    finding->events -= told->events;
    struct tally_finding *moved = hash_array_append(findings, builder->fault);
    if (moved == NULL)
        return false;
    *moved = *told;
    moved->error = error;
    return true;
}

bool build_bare_failures(const struct builder *builder, struct hash_array *findings)
{
    struct hash_array told = {.item_bytes = sizeof(struct tally_finding)};
    size_t error = 0;
    bool done = collect_told(builder, &told);
    size_t count = findings->count;
    for (size_t i = 0; done && told.count > 0 && i < count; i++) {
        uint32_t number = 0;
        if (hash_table_find(&told.numbers, key_of(builder, hash_array_at(findings, i)), &number) &&
            catalog_error_by_symbol(builder->catalog, span_of(TOLD_FAILURE_SYMBOL), &error))
            done = move_events(builder, hash_array_at(&told, number), error, i, findings);
    }
    hash_array_release(&told);
    return done;
}
