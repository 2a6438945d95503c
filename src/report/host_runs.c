#include "report/host_runs.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "base/memory.h"
#include "report/build_host_logs.h"
#include "tally/source_counts.h"
#include "tally/tally_parts.h"

enum { JOIN_MINUTES = 10 }; /* at most, between a rotated log and the next */

static int64_t minute_of(struct datetime datetime)
{
    return datetime_milliseconds(datetime) / MINUTE_MILLISECONDS;
}

static bool is_usable(struct datetime time, const struct host_runs *host)
{
    return time.has_time && (time.year != 0) == host->has_year;
}

/* What a schedule is inferred from. Tables may be in another zone than logs, so they are not mixed.
 */
struct run_source {
    enum job_kind kind;
    bool is_table;
};

static bool is_run(const struct report_job *job, struct run_source source,
                   const struct host_runs *host)
{
    return job->kind == source.kind && job->is_only_stated == source.is_table &&
           job->part_of.length == 0 && is_usable(job->start, host);
}

static void collect_runs(const struct report_job *jobs, size_t count, struct run_source source,
                         struct host_runs *host)
{
    host->count = 0;
    for (size_t i = count; i-- > 0 && host->count < MAX_HOST_RUNS;) {
        if (!is_run(&jobs[i], source, host))
            continue;
        size_t at = MAX_HOST_RUNS - ++host->count;
        bool has_end = is_usable(jobs[i].end, host);
        host->jobs[at] = &jobs[i];
        host->runs[at].start = minute_of(jobs[i].start);
        host->runs[at].end = has_end ? minute_of(jobs[i].end) : host->runs[at].start;
    }
}

/* The common name of a set of rotated logs: "CBEngine" for CBEngineCurr.errlog and
 * CBEngine12.errlog. */
static struct span set_of(struct span name)
{
    size_t end = 0;
    while (end < name.length && name.bytes[end] != '.' && !ascii_is_digit(name.bytes[end]))
        end++;
    struct span set = span_slice(name, 0, end);
    if (span_ends_with_ignoring_case(set, span_of("Curr")))
        set.length -= sizeof "Curr" - 1;
    return set;
}

static bool is_of_same_set(const struct builder *builder, const struct tally_log *log,
                           const struct host_runs *host)
{
    const struct tally_log *other = NULL;
    for (size_t i = 0; i < host->count; i++) {
        const struct tally_log *own = builder->tally->source_counts.logs[host->jobs[i]->place.log];
        if (own == log)
            return true;
        if (own != other && span_equals_ignoring_case(set_of(own->name), set_of(log->name)) &&
            span_equals(span_of(own->shown.kind_name), span_of(log->shown.kind_name)))
            return true;
        other = own;
    }
    return false;
}

static int compare_intervals(const void *left, const void *right)
{
    const struct logged_interval *a = left;
    const struct logged_interval *b = right;
    return (a->first > b->first) - (a->first < b->first);
}

/* A log covers the time from its first record to its last. Between two logs of a set a third may be
 * missing, unless they follow each other closely. */
static void collect_intervals(const struct builder *builder, struct host_runs *host)
{
    struct host_logs logs = host_logs_of(builder, host->host);
    size_t count = 0;
    for (size_t i = 0; i < logs.count; i++) {
        const struct tally_log *log = logs.logs[i];
        if (is_usable(log->shown.first_seen, host) && is_of_same_set(builder, log, host))
            host->intervals[count++] = (struct logged_interval){minute_of(log->shown.first_seen),
                                                                minute_of(log->shown.last_seen)};
    }
    if (count > 0)
        qsort(host->intervals, count, sizeof *host->intervals, compare_intervals);
    host->interval_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct logged_interval *last =
            host->interval_count > 0 ? &host->intervals[host->interval_count - 1] : NULL;
        if (last == NULL || host->intervals[i].first > last->last + JOIN_MINUTES)
            host->intervals[host->interval_count++] = host->intervals[i];
        else if (host->intervals[i].last > last->last)
            last->last = host->intervals[i].last;
    }
}

/* Moves the runs, which were filled in from the end, to the front. */
static void move_to_front(struct host_runs *host)
{
    size_t unused = MAX_HOST_RUNS - host->count;
    for (size_t i = 0; i < host->count && unused > 0; i++) {
        host->jobs[i] = host->jobs[i + unused];
        host->runs[i] = host->runs[i + unused];
    }
}

/* True if times without a year can be ordered: none has a year, and no log passes the turn of a
 * year. Lists do not count: their date is in their name. */
static bool is_one_year(const struct builder *builder, const struct host_runs *host)
{
    struct host_logs logs = host_logs_of(builder, host->host);
    for (size_t i = 0; i < logs.count; i++) {
        const struct report_log *log = &logs.logs[i]->shown;
        if (!logs.logs[i]->is_list && datetime_is_set(log->first_seen) &&
            (log->first_seen.year != 0 || datetime_compare(log->first_seen, log->last_seen) > 0))
            return false;
    }
    return true;
}

bool host_runs_collect(const struct builder *builder, const struct report_job *jobs, size_t count,
                       struct host_runs *host)
{
    struct fault *fault = builder->fault;
    host->host = jobs[0].host;
    host->jobs = memory_allocate(MAX_HOST_RUNS, sizeof *host->jobs, fault);
    host->runs = memory_allocate(MAX_HOST_RUNS, sizeof *host->runs, fault);
    host->rhythm_of = memory_allocate(MAX_HOST_RUNS, sizeof *host->rhythm_of, fault);
    host->intervals =
        memory_allocate(host_logs_of(builder, host->host).count, sizeof *host->intervals, fault);
    if (host->jobs == NULL || host->runs == NULL || host->rhythm_of == NULL ||
        host->intervals == NULL)
        return false;
    host->has_year = !is_one_year(builder, host);
    static const struct run_source sources[] = {
        {JOB_KIND_BACKUP, false}, {JOB_KIND_EVENT, false}, {JOB_KIND_BACKUP, true}};
    for (size_t i = 0; i < COUNT_OF(sources) && host->count == 0; i++) {
        collect_runs(jobs, count, sources[i], host);
        host->is_table = sources[i].is_table;
    }
    move_to_front(host);
    collect_intervals(builder, host);
    return true;
}

void host_runs_release(struct host_runs *host)
{
    memory_free(host->jobs);
    memory_free(host->runs);
    memory_free(host->rhythm_of);
    memory_free(host->intervals);
    *host = (struct host_runs){0};
}
