#include "report/build_jobs.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "report/backups.h"
#include "report/build_cause.h"
#include "report/build_event_runs.h"
#include "report/build_lists.h"
#include "report/build_related_runs.h"
#include "report/build_running.h"
#include "report/job_run.h"
#include "report/now.h"
#include "report/open_sources.h"
#include "tally/job_counts.h"
#include "tally/source_counts.h"
#include "tally/tally_parts.h"
#include "text/list_name.h"

static bool is_phase_seen(const struct job *job, int phase)
{
    return job->started[phase].is_seen || job->ended[phase].is_seen;
}

static bool build_phases(const struct builder *builder, const struct job *job,
                         struct report_job *shown)
{
    size_t count = 0;
    for (int i = 0; i < PHASE_COUNT; i++)
        count += is_phase_seen(job, i);
    struct report_phase *phases =
        arena_allocate(builder->arena, count, sizeof *phases, builder->fault);
    if (phases == NULL)
        return false;
    for (int i = 0; i < PHASE_COUNT; i++) {
        if (!is_phase_seen(job, i))
            continue;
        int64_t duration = job_phase_milliseconds(job, (enum job_phase)i);
        struct report_phase *phase = &phases[shown->phase_count++];
        *phase = (struct report_phase){
            .name = milestone_phase_name((enum job_phase)i),
            .title = milestone_phase_title((enum job_phase)i, builder->options->language),
            .start = job->started[i].time,
            .end = job->ended[i].time,
            .has_duration = duration >= 0};
        if (duration < 0)
            continue;
        phase->milliseconds = (uint64_t)duration;
        if (shown->longest == NULL || phase->milliseconds > shown->longest->milliseconds)
            shown->longest = phase;
    }
    shown->phases = phases;
    return true;
}

/* The time in the list's name is that of its night; else the day of its entries. */
static struct datetime start_of_list(const struct builder *builder, const struct job *job)
{
    struct datetime time = list_name_time(builder->tally->source_counts.logs[job->place.log]->name);
    return datetime_is_set(time) ? time : job->first;
}

static bool build_run(const struct builder *builder, const struct job *job, struct job_run *run)
{
    enum job_phase open = job_open_phase(job);
    run->job = job;
    run->shown = (struct report_job){
        .host = builder_host(builder, job->host),
        .name = job->name,
        .kind = job->kind,
        .state = job_state_of(job),
        .is_system_state = job->is_system_state,
        .start = job_start(job),
        .end = job_end(job),
        .first_seen = job->first,
        .last_seen = job->last,
        .open_phase = open < PHASE_COUNT ? milestone_phase_name(open) : NULL,
        .open_phase_title =
            open < PHASE_COUNT ? milestone_phase_title(open, builder->options->language) : NULL,
        .files = job->files,
        .events = job->events,
        .findings = job->findings,
        .failures = job->failures,
        .is_only_stated = job_is_only_stated(job),
        .says_why = job->findings + job->reasons > 0,
        .place = job->place};
    run->has_clean_row = job->stated.state == STATED_SUCCESS ||
                         (job->kind == JOB_KIND_EVENT && run->shown.state == JOB_SUCCEEDED);
    run->shown.is_aborted = run->shown.state == JOB_FAILED && job->stated.state == STATED_ABORTED;
    if (job->kind == JOB_KIND_LIST)
        run->shown.start = start_of_list(builder, job);
    struct job_cause none = {0};
    const struct job_cause *cause = run->shown.state == JOB_FAILED ? &job->cause : &none;
    if (run->shown.state == JOB_SUCCEEDED || run->shown.state == JOB_WARNINGS)
        run->shown.open_phase = NULL;
    run->when = datetime_is_set(run->shown.start) ? run->shown.start : job->first;
    return build_cause(builder, cause, &run->shown.cause, &run->shown.cause_title) &&
           build_phases(builder, job, &run->shown);
}

/* A GUID that only failures name may be any task of the agent, unless they are of a restore. */
static bool is_reported(const struct job *job)
{
    return job->has_milestone || job->events > 0 || job->kind == JOB_KIND_RESTORE ||
           job->stated.is_stated;
}

static int compare_runs(const void *left, const void *right)
{
    const struct job_run *a = left;
    const struct job_run *b = right;
    int order = span_compare(a->shown.host, b->shown.host);
    if (order == 0)
        order = datetime_compare(a->when, b->when);
    if (order == 0)
        order = span_compare(a->shown.name, b->shown.name);
    return order ? order : (a->shown.state > b->shown.state) - (a->shown.state < b->shown.state);
}

/* The month after the longest stretch without a run, or January: the first month of the year for
 * runs without a year. */
static int first_month(const struct job_run *runs, size_t count)
{
    enum { MONTHS = 12 };
    bool is_seen[MONTHS] = {false};
    int first = 0;
    int longest = 0;
    for (size_t i = 0; i < count; i++)
        if (runs[i].when.year == 0 && datetime_is_set(runs[i].when))
            is_seen[runs[i].when.month - 1] = true;
    for (int month = 0; month < MONTHS; month++) {
        int empty = 0;
        while (empty < MONTHS && !is_seen[(month + MONTHS - 1 - empty) % MONTHS])
            empty++;
        if (is_seen[month] && empty > longest) {
            first = month;
            longest = empty;
        }
    }
    return first + 1;
}

/* Gives runs without a year a relative one and sorts again: by host and time alone a January would
 * come before the December that it follows. */
static void order_years(struct job_run *runs, size_t count)
{
    size_t end = 0;
    for (size_t start = 0; start < count; start = end) {
        for (end = start + 1; end < count && runs[end].job->host == runs[start].job->host;)
            end++;
        int first = first_month(&runs[start], end - start);
        for (size_t i = start; i < end; i++)
            if (runs[i].when.year == 0 && datetime_is_set(runs[i].when))
                runs[i].when.year = runs[i].when.month < first;
        qsort(&runs[start], end - start, sizeof *runs, compare_runs);
    }
}

/* The runs are in the arena: build_jobs_of makes the report's jobs of them in place. */
static bool collect_runs(const struct builder *builder, struct job_run **runs, size_t *count)
{
    const struct hash_array *jobs = &builder->tally->job_counts.jobs;
    struct job *events = NULL;
    size_t event_count = 0;
    if (!build_event_runs(builder, &events, &event_count))
        return false;
    *count = 0;
    *runs =
        arena_allocate(builder->arena, jobs->count + event_count, sizeof **runs, builder->fault);
    if (*runs == NULL)
        return false;
    for (size_t i = 0; i < jobs->count; i++)
        if (is_reported(hash_array_at(jobs, i)) &&
            !build_run(builder, hash_array_at(jobs, i), &(*runs)[(*count)++]))
            return false;
    for (size_t i = 0; i < event_count; i++)
        if (!build_run(builder, &events[i], &(*runs)[(*count)++]))
            return false;
    if (*count > 0)
        qsort(*runs, *count, sizeof **runs, compare_runs);
    order_years(*runs, *count);
    return true;
}

static void add_totals(const struct job_run *run, struct report_job_totals *totals)
{
    if (run->shown.part_of.length > 0)
        return;
    totals->runs++;
    totals->by_state[run->shown.state]++;
}

static struct datetime time_of(const struct report_job *job)
{
    return datetime_is_set(job->start) ? job->start : job->first_seen;
}

static int compare_newest(const void *left, const void *right)
{
    const struct report_job *a = *(const struct report_job *const *)left;
    const struct report_job *b = *(const struct report_job *const *)right;
    int order = datetime_compare(time_of(b), time_of(a));
    if (order == 0)
        order = span_compare(a->host, b->host);
    return order ? order : span_compare(a->name, b->name);
}

/* Lists the jobs that are no part of another, newest first. */
static bool list_newest(struct builder *builder)
{
    struct report *report = builder->report;
    const struct report_job **list =
        arena_allocate(builder->arena, report->job_count, sizeof(void *), builder->fault);
    if (list == NULL)
        return false;
    for (size_t i = 0; i < report->job_count; i++)
        if (report->jobs[i].part_of.length == 0)
            list[report->newest_job_count++] = &report->jobs[i];
    if (report->newest_job_count > 0)
        qsort(list, report->newest_job_count, sizeof *list, compare_newest);
    report->newest_jobs = list;
    return true;
}

/* Finds the failed backups that a later one of the same host, kind and data source has made good.
 * The runs are in the order of host and time. */
static void find_recovered(const struct backups *backups, struct job_run *runs, size_t count)
{
    bool is_done_later[2] = {false, false};
    for (size_t i = count; i-- > 0;) {
        struct report_job *shown = &runs[i].shown;
        bool is_backup = shown->part_of.length == 0 && shown->kind != JOB_KIND_RESTORE;
        if (i + 1 < count && runs[i + 1].job->host != runs[i].job->host)
            is_done_later[false] = is_done_later[true] = false;
        if (!is_backup || !datetime_is_set(runs[i].when))
            continue;
        if (shown->state == JOB_FAILED)
            shown->is_recovered = is_done_later[shown->is_system_state];
        else if (shown->state == JOB_SUCCEEDED || shown->state == JOB_WARNINGS)
            is_done_later[shown->is_system_state] = true;
    }
    for (size_t i = 0; i < backups->count; i++)
        if (backups->list[i].is_open_source)
            runs[backups->list[i].run].shown.is_recovered = false;
}

static bool build_jobs_of(struct builder *builder, struct job_run *runs, size_t count)
{
    if (!build_lists(builder, runs, count))
        return false;
    if (!build_related_runs(builder, runs, count))
        return false;
    now_find(builder, runs, count);
    if (!build_running(builder, runs, count) || !backups_collect(builder, runs, count) ||
        !open_sources_mark(builder))
        return false;
    find_recovered(builder->backups, runs, count);
    /* There may be as many runs as logs, so that each job goes into the memory of the runs before
     * it, which are done with. Records without a job's name are no job. */
    static_assert(sizeof(struct report_job) <= sizeof(struct job_run), "a job fits its run");
    struct report_job *jobs = (struct report_job *)(void *)runs;
    size_t named = 0;
    for (size_t i = 0; i < count; i++) {
        struct report_job shown = runs[i].shown;
        if (shown.name.length == 0)
            continue;
        add_totals(&runs[i], &builder->report->job_totals);
        memcpy(&jobs[named++], &shown, sizeof shown);
    }
    builder->report->jobs = jobs;
    builder->report->job_count = named;
    return list_newest(builder);
}

bool build_jobs(struct builder *builder)
{
    struct job_run *runs = NULL;
    size_t count = 0;
    return collect_runs(builder, &runs, &count) && build_jobs_of(builder, runs, count);
}
