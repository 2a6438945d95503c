#include "report/build_related_runs.h"

#include <stdlib.h>

#include "base/memory.h"
#include "report/job_run.h"

enum {
    /* The service logs its start event and the engine its first phase within this time. */
    SAME_START_MINUTES = 10,
    /* The engine closes its storage, and the service logs the end. */
    SAME_END_MINUTES = 5,
    MAX_NEIGHBOURS = 16
};

typedef bool run_test(const struct job_run *run);

static bool is_event(const struct job_run *run)
{
    return run->job->kind == JOB_KIND_EVENT;
}

static bool is_row(const struct job_run *run)
{
    return run->job->is_row && job_kind_is_backup(run->job->kind);
}

static bool is_start_near(const struct job_run *event, const struct job_run *run)
{
    int64_t apart = datetime_milliseconds_between(event->shown.start, run->shown.start);
    int64_t most = (int64_t)SAME_START_MINUTES * MINUTE_MILLISECONDS;
    return job_run_is_backup(run) && run->shown.part_of.length == 0 &&
           run->job->host == event->job->host && run->shown.start.has_time &&
           run->shown.start.year == event->shown.start.year && apart >= -most && apart <= most;
}

/* Merges a run of an event list or a table into the same run of the engine log: each fills in what
 * the other lacks. */
static void merge_event(struct job_run *event, struct job_run *run)
{
    event->shown.part_of = run->shown.name;
    run->has_clean_row = run->has_clean_row || event->has_clean_row;
    bool is_worse = run->shown.state == JOB_SUCCEEDED && event->shown.state == JOB_WARNINGS;
    if (run->shown.state == JOB_UNKNOWN || is_worse)
        run->shown.state = event->shown.state;
    if (!datetime_is_set(run->shown.end))
        run->shown.end = event->shown.end;
    if (run->shown.state == JOB_SUCCEEDED || run->shown.state == JOB_WARNINGS)
        run->shown.open_phase = NULL;
}

/* Notes an event of a failure that the run says why there is. */
static bool note_told(struct builder *builder, const struct job_run *event,
                      const struct job_run *run)
{
    if (event->job->error == 0 || run->shown.state != JOB_FAILED || !job_says_why(run->job))
        return true;
    const struct job **told = hash_array_append(&builder->told_runs, builder->fault);
    if (told != NULL)
        *told = event->job;
    return told != NULL;
}

static int64_t distance(struct datetime a, struct datetime b)
{
    int64_t apart = datetime_milliseconds_between(a, b);
    return apart < 0 ? -apart : apart;
}

/* Returns the run that ended next to the time at which the event tells an end whose start is not in
 * the list. NULL if there is none. */
static struct job_run *run_by_end(const struct job_run *event, struct job_run *runs, size_t first,
                                  size_t last)
{
    struct datetime end = event->shown.end;
    int64_t least = (int64_t)SAME_END_MINUTES * MINUTE_MILLISECONDS;
    struct job_run *found = NULL;
    for (size_t i = first; i < last; i++) {
        struct job_run *run = &runs[i];
        if (is_event(run) || !job_run_is_backup(run) || run->shown.part_of.length > 0 ||
            run->job->host != event->job->host || !run->shown.end.has_time ||
            run->shown.end.year != end.year || distance(run->shown.end, end) > least)
            continue;
        least = distance(run->shown.end, end);
        found = run;
    }
    return found;
}

/* Returns the run that began when the event or row did; NULL if there is none. */
static struct job_run *run_by_start(const struct job_run *loose, struct job_run *runs, size_t first,
                                    size_t last, run_test *is_loose)
{
    for (size_t i = first; i < last; i++)
        if (&runs[i] != loose && is_start_near(loose, &runs[i]) && !is_loose(&runs[i]))
            return &runs[i];
    return NULL;
}

static bool relate_by_time(struct builder *builder, struct job_run *runs, size_t count,
                           run_test *is_loose)
{
    for (size_t i = 0; i < count; i++) {
        if (!is_loose(&runs[i]))
            continue;
        size_t first = i > MAX_NEIGHBOURS ? i - MAX_NEIGHBOURS : 0;
        size_t last = i + MAX_NEIGHBOURS < count ? i + MAX_NEIGHBOURS : count;
        bool is_end = is_event(&runs[i]) && !datetime_is_set(runs[i].shown.start) &&
                      runs[i].shown.end.has_time;
        struct job_run *run = NULL;
        if (runs[i].shown.start.has_time)
            run = run_by_start(&runs[i], runs, first, last, is_loose);
        else if (is_end)
            run = run_by_end(&runs[i], runs, first, last);
        if (run == NULL)
            continue;
        merge_event(&runs[i], run);
        if (!note_told(builder, &runs[i], run))
            return false;
    }
    return true;
}

/* Merges a row into the run with its GUID. */
static void merge_row(struct job_run *row, struct job_run *run)
{
    bool is_stated = stated_job_has_ended(&row->job->stated);
    row->shown.part_of = run->shown.name;
    run->has_clean_row = run->has_clean_row || row->has_clean_row;
    if (is_stated || run->shown.state == JOB_UNKNOWN)
        run->shown.state = row->shown.state;
    if (run->shown.state == JOB_SUCCEEDED && run->shown.events > 0)
        run->shown.state = JOB_WARNINGS;
    if (!datetime_is_set(run->shown.start))
        run->shown.start = row->shown.start;
    if (!datetime_is_set(run->shown.end))
        run->shown.end = row->shown.end;
    if (run->shown.state == JOB_SUCCEEDED || run->shown.state == JOB_WARNINGS)
        run->shown.open_phase = NULL;
}

/* By name, and of equal names the one with records of its own first. */
static int compare_names(const void *left, const void *right)
{
    const struct job_run *a = *(struct job_run *const *)left;
    const struct job_run *b = *(struct job_run *const *)right;
    int order = span_compare_ignoring_case(a->shown.name, b->shown.name);
    if (order == 0)
        order = a->shown.is_only_stated - b->shown.is_only_stated;
    return order ? order : (a > b) - (a < b);
}

/* A table may name the protected server where the engine log is of the backup server, and a table
 * in a mail has no host at all: the GUID tells that both are about one job. */
static bool relate_by_guid(const struct builder *builder, struct job_run *runs, size_t count)
{
    struct job_run **named = memory_allocate(count + 1, sizeof(void *), builder->fault);
    if (named == NULL)
        return false;
    size_t named_count = 0;
    for (size_t i = 0; i < count; i++)
        if (runs[i].job->kind != JOB_KIND_EVENT && runs[i].job->kind != JOB_KIND_LIST &&
            !runs[i].job->is_row && runs[i].shown.name.length > 0)
            named[named_count++] = &runs[i];
    if (named_count > 0)
        qsort(named, named_count, sizeof *named, compare_names);
    size_t first = 0;
    for (size_t i = 1; i < named_count; i++) {
        if (!span_equals_ignoring_case(named[i]->shown.name, named[first]->shown.name))
            first = i;
        else if (named[i]->shown.is_only_stated)
            merge_row(named[i], named[first]);
    }
    memory_free(named);
    return true;
}

bool build_related_runs(struct builder *builder, struct job_run *runs, size_t count)
{
    if (!relate_by_guid(builder, runs, count))
        return false;
    return relate_by_time(builder, runs, count, is_row) &&
           relate_by_time(builder, runs, count, is_event);
}
