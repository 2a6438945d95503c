#include "report/build_event_runs.h"

#include <stdio.h>
#include <stdlib.h>

#include "report/builder.h"

#include "base/buffer.h"
#include "tally/job_counts.h"
#include "tally/source_counts.h"

static int compare_events(const void *left, const void *right)
{
    const struct tally_job_event *a = left;
    const struct tally_job_event *b = right;
    if (a->host != b->host)
        return a->host < b->host ? -1 : 1;
    int order = datetime_compare(a->time, b->time);
    /* Of a start and a stop in one second the stop comes first: it ends the run before. */
    if (order == 0 && datetime_is_set(a->time))
        order = (a->milestone.mark == MARK_START) - (b->milestone.mark == MARK_START);
    if (order == 0)
        order = (a->place.log > b->place.log) - (a->place.log < b->place.log);
    return order ? order : (a->place.line > b->place.line) - (a->place.line < b->place.line);
}

/* True for an event of a list that was read twice, and for the end of a backup that Windows Server
 * Backup writes to the Application log, too. Events without times cannot be told apart. */
static bool is_repeated(const struct tally_job_event *event, const struct tally_job_event *before)
{
    enum { MOST_MILLISECONDS_APART = 60 * 1000 };
    if (!datetime_is_set(event->time) || event->host != before->host ||
        event->milestone.mark != before->milestone.mark)
        return false;
    bool is_of_windows = event->milestone.is_of_windows && before->milestone.is_of_windows &&
                         event->milestone.mark != MARK_START;
    return is_of_windows
               ? datetime_milliseconds_between(before->time, event->time) <= MOST_MILLISECONDS_APART
               : datetime_compare(event->time, before->time) == 0;
}

/* What the events of a log are of. */
struct log_makers {
    bool has_windows;
    bool has_agent;
};

/* Takes a start that may be of either for one of Windows Server Backup in a log of its events only.
 */
static void settle_starts(struct tally_job_event *events, size_t count, struct log_makers *logs)
{
    for (size_t i = 0; i < count; i++) {
        struct log_makers *log = &logs[events[i].place.log];
        log->has_windows |= events[i].milestone.is_of_windows;
        log->has_agent |=
            !events[i].milestone.is_of_windows && !events[i].milestone.may_be_of_windows;
    }
    for (size_t i = 0; i < count; i++) {
        const struct log_makers *log = &logs[events[i].place.log];
        events[i].milestone.is_of_windows |=
            events[i].milestone.may_be_of_windows && log->has_windows && !log->has_agent;
    }
}

/* Windows Server Backup's own list of files that failed, which says nothing of how the run ended.
 */
static bool is_list_of_windows(const struct builder *builder, const struct job *job)
{
    return job->kind == JOB_KIND_LIST &&
           builder->tally->source_counts.logs[job->place.log]->shown.kind ==
               LOG_KIND_BACKUP_ERROR_LOG;
}

/* Sets `has_other` of each host of whose backups something else tells than Windows Server Backup:
 * that belongs to a backup of the agent then, or is another one beside it. */
static void find_other(const struct builder *builder, const struct tally_job_event *events,
                       size_t count, bool *has_other)
{
    const struct hash_array *jobs = &builder->tally->job_counts.jobs;
    for (size_t i = 0; i < jobs->count; i++) {
        const struct job *job = hash_array_at(jobs, i);
        has_other[job->host] = has_other[job->host] || !is_list_of_windows(builder, job);
    }
    for (size_t i = 0; i < count; i++)
        if (!events[i].milestone.is_of_windows)
            has_other[events[i].host] = true;
}

/* Drops the versions of each host from its first event on: these tell more of the backups that made
 * them. The events are in order. Returns how many are left. */
static size_t drop_known_versions(struct tally_job_event *events, size_t count)
{
    size_t kept = 0;
    bool has_event = false;
    for (size_t i = 0; i < count; i++) {
        has_event = i > 0 && events[i].host == events[i - 1].host && has_event;
        bool is_version = events[i].milestone.is_version;
        has_event = has_event || !is_version;
        if (!is_version || !has_event)
            events[kept++] = events[i];
    }
    return kept;
}

/* Sets `*events` to those that tell of runs, in the order of host and time. False without memory.
 */
static bool collect_events(const struct builder *builder, struct tally_job_event **events,
                           size_t *count)
{
    const struct tally *tally = builder->tally;
    const struct hash_array *counted = &tally->job_counts.job_events;
    size_t all = counted->count;
    *events = NULL;
    *count = 0;
    if (all == 0)
        return true;
    bool *has_other = arena_allocate(builder->arena, tally->text_budget.hosts.count,
                                     sizeof *has_other, builder->fault);
    struct log_makers *logs = arena_allocate(builder->arena, tally->source_counts.log_count,
                                             sizeof *logs, builder->fault);
    *events = arena_allocate(builder->arena, all, sizeof **events, builder->fault);
    if (*events == NULL || has_other == NULL || logs == NULL)
        return false;
    for (size_t i = 0; i < all; i++)
        (*events)[i] = *(const struct tally_job_event *)hash_array_at(counted, i);
    settle_starts(*events, all, logs);
    find_other(builder, *events, all, has_other);
    for (size_t i = 0; i < all; i++)
        if (!(*events)[i].milestone.is_of_windows || !has_other[(*events)[i].host])
            (*events)[(*count)++] = (*events)[i];
    if (*count > 0)
        qsort(*events, *count, sizeof **events, compare_events);
    *count = drop_known_versions(*events, *count);
    return true;
}

static bool begin_run(const struct builder *builder, const struct tally_job_event *event,
                      struct job *run)
{
    char line[24];
    snprintf(line, sizeof line, ":%llu", (unsigned long long)event->place.line);
    struct buffer name = {0};
    bool done = buffer_append(&name, builder->tally->source_counts.logs[event->place.log]->name,
                              builder->fault) &&
                buffer_append(&name, span_of(line), builder->fault);
    *run = (struct job){.host = event->host,
                        .kind = JOB_KIND_EVENT,
                        .is_of_windows = event->milestone.is_of_windows,
                        .is_version = event->milestone.is_version,
                        .place = event->place};
    if (done)
        run->name = arena_copy(builder->arena, buffer_span(&name), builder->fault);
    buffer_release(&name);
    return done && run->name.bytes != NULL;
}

/* True if `event` ends `run`, which has begun and has no end yet. */
static bool ends(const struct tally_job_event *event, const struct job *run)
{
    bool is_timed = datetime_is_set(event->time);
    return event->milestone.mark != MARK_START && event->milestone.mark != MARK_NOT_STARTED &&
           run->host == event->host && job_state_of(run) == JOB_UNKNOWN &&
           (is_timed ? datetime_is_set(run->first) : run->place.log == event->place.log);
}

/* True for a start without a stop and without a time, which need not be the last run. */
static bool is_inconclusive(const struct job *run)
{
    return job_state_of(run) == JOB_UNKNOWN && !datetime_is_set(run->first);
}

/* Counts an event that only says that the run failed. */
static void note_failure(struct job *run, const struct tally_job_event *event)
{
    if (event->milestone.mark != MARK_FAILED || event->error == 0)
        return;
    run->bare++;
    run->error = event->error;
}

bool build_event_runs(const struct builder *builder, struct job **runs, size_t *count)
{
    struct tally_job_event *events = NULL;
    size_t most = 0;
    *count = 0;
    if (!collect_events(builder, &events, &most))
        return false;
    *runs = arena_allocate(builder->arena, most, sizeof **runs, builder->fault);
    if (*runs == NULL)
        return false;
    for (size_t i = 0; i < most; i++) {
        struct job *last = *count > 0 ? &(*runs)[*count - 1] : NULL;
        if (last != NULL && i > 0 && is_repeated(&events[i], &events[i - 1])) {
            note_failure(last, &events[i]);
            continue;
        }
        if (last == NULL || !ends(&events[i], last)) {
            if (last != NULL && is_inconclusive(last))
                --*count;
            last = &(*runs)[(*count)++];
            if (!begin_run(builder, &events[i], last))
                return false;
        }
        note_failure(last, &events[i]);
        job_note_time(last, events[i].time);
        job_note_milestone(last, events[i].milestone, events[i].time, events[i].place.log);
        if (events[i].cause.kind != CAUSE_NONE)
            job_note_cause(last, events[i].cause);
    }
    if (*count > 0 && is_inconclusive(&(*runs)[*count - 1]))
        --*count;
    return true;
}
