#include "tally/job.h"

#include "base/count_of.h"
#include "verdict/data_source.h"

static void note_latest(struct last_seen *seen, struct datetime time, struct datetime order)
{
    seen->is_seen = true;
    if (!datetime_is_set(time) || datetime_is_later(seen->order, order))
        return;
    seen->time = time;
    seen->order = order;
}

static void note_earliest(struct last_seen *seen, struct datetime time)
{
    seen->is_seen = true;
    if (datetime_is_set(time) &&
        (!datetime_is_set(seen->time) || datetime_is_later(seen->time, time)))
        seen->time = seen->order = time;
}

/* Returns the time by which the record is ordered. Within a log the order of the records goes
 * before the clock, which is set back by an hour when summer time ends. The start of a phase keeps
 * its own time: one that seems too early does no harm, and an older log appended to a newer one
 * must not look like a job that began anew. */
static struct datetime order_of(struct job *job, struct datetime time, size_t log, bool is_start)
{
    enum { HOUR_MILLISECONDS = 60 * 60 * 1000 };
    bool is_set_back = datetime_is_set(time) && job->clock_log == log &&
                       datetime_is_later(job->clock, time) &&
                       datetime_milliseconds_between(time, job->clock) <= HOUR_MILLISECONDS;
    if (is_set_back)
        return is_start ? time : job->clock;
    job->clock = time;
    job->clock_log = log;
    return time;
}

void job_note_time(struct job *job, struct datetime time)
{
    if (!datetime_is_set(time))
        return;
    /* Most records have the time of the one before, or a later one. With a year, such a time cannot
     * be the first; without one, times may wrap around. */
    if (time.year != 0 && datetime_is_same(&time, &job->last))
        return;
    datetime_keep_more_precise(&job->first, time);
    datetime_keep_more_precise(&job->last, time);
    if (time.year != 0 && datetime_is_set(job->last)) {
        int order = datetime_compare(time, job->last);
        if (order > 0)
            job->last = time;
        if (order >= 0)
            return;
    }
    if (!datetime_is_set(job->first) || datetime_is_later(job->first, time))
        job->first = time;
    if (datetime_is_later(time, job->last))
        job->last = time;
}

/* The member that a milestone sets, or NULL. */
static struct last_seen *member_of(struct job *job, struct milestone milestone)
{
    switch (milestone.mark) {
    case MARK_START:
        return milestone.phase < PHASE_COUNT ? &job->started[milestone.phase] : NULL;
    case MARK_END:
        return &job->ended[milestone.phase];
    case MARK_SUCCEEDED:
        return &job->succeeded;
    case MARK_WARNINGS:
        return &job->warned;
    case MARK_FAILED:
    case MARK_NOT_STARTED:
        return &job->failed;
    case MARK_NONE:
    case MARK_BROKEN: /* no milestone of the job: see job_note_milestone */
    case MARK_OTHER:
        break;
    }
    return NULL;
}

void job_note_milestone(struct job *job, struct milestone milestone, struct datetime time,
                        size_t log)
{
    bool is_start = milestone.mark == MARK_START;
    struct datetime order = order_of(job, time, log, is_start);
    if (milestone.mark == MARK_BROKEN) {
        note_latest(&job->failed_in_phase, time, order);
        return;
    }
    if (is_start && (milestone.phase == PHASE_PREBACKUP || milestone.is_event))
        note_earliest(&job->begun, time);
    struct last_seen *member = member_of(job, milestone);
    if (member != NULL)
        note_latest(member, time, order);
    note_latest(&job->milestone, time, order);
    job->has_milestone = true;
    if (!milestone.is_event && job->stated.type != STATED_RESTORE)
        job->kind = JOB_KIND_BACKUP;
}

void job_note_statement(struct job *job, const struct job_statement *statement,
                        struct datetime start, struct datetime end)
{
    stated_job_note(&job->stated, statement, start, end);
    job_note_time(job, start);
    job_note_time(job, end);
    if (job->stated.type == STATED_RESTORE)
        job->kind = JOB_KIND_RESTORE;
    else if (job->stated.type == STATED_BACKUP)
        job->kind = JOB_KIND_BACKUP;
    else if (job->stated.type == STATED_MANAGEMENT && !job->has_milestone)
        job->kind = JOB_KIND_MANAGEMENT;
}

void job_note_source(struct job *job, uint64_t source)
{
    job->source = !job->has_source || job->source == source ? source : DATA_SOURCE_ANY;
    job->has_source = true;
}

void job_note_cause(struct job *job, struct job_cause cause)
{
    const struct job_cause *known = &job->cause;
    int order = datetime_compare(cause.time, known->time);
    bool is_later = order > 0 || (order == 0 && cause.value > known->value);
    if (cause.kind > known->kind || (cause.kind == known->kind && is_later))
        job->cause = cause;
}

struct datetime job_start(const struct job *job)
{
    return datetime_is_set(job->begun.time) ? job->begun.time : job->stated.start;
}

bool job_says_why(const struct job *job)
{
    return job->findings + job->reasons > job->bare;
}

bool job_has_begun(const struct job *job)
{
    return job->begun.is_seen || job->stated.is_stated;
}

bool job_is_only_stated(const struct job *job)
{
    return job->stated.is_stated && !job->has_milestone && job->events == 0;
}

void job_note_may_be_fatal(struct job *job, struct datetime time, size_t log)
{
    note_latest(&job->may_be_fatal, time, order_of(job, time, log, false));
}

void job_note_fatal(struct job *job, struct datetime time, size_t log)
{
    note_latest(&job->fatal, time, order_of(job, time, log, false));
}

static bool is_before(const struct last_seen *seen, const struct last_seen *other)
{
    return datetime_is_later(other->order, seen->order);
}

/* The latest report of the job's end, which sets `*state`; of those without times, the worst. NULL
 * without one, or if the job began anew after it. */
static const struct last_seen *reported_end(const struct job *job, enum job_state *state)
{
    const struct last_seen *const ends[] = {&job->failed, &job->warned, &job->succeeded};
    static const enum job_state states[] = {JOB_FAILED, JOB_WARNINGS, JOB_SUCCEEDED};
    const struct last_seen *latest = NULL;
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        if (!ends[i]->is_seen)
            continue;
        if (latest == NULL || is_before(latest, ends[i])) {
            latest = ends[i];
            *state = states[i];
        }
    }
    const struct last_seen *restart = &job->started[PHASE_PREBACKUP];
    return latest != NULL && is_before(latest, restart) ? NULL : latest;
}

/* True if the agent logged a failure instead of the end of a phase, and then no more milestones. */
static bool has_failed_in_phase(const struct job *job)
{
    return job->has_milestone && job->failed_in_phase.is_seen &&
           !is_before(&job->failed_in_phase, &job->milestone);
}

/* Every job closes its storage at the end, even one that failed. */
static bool is_closed(const struct job *job)
{
    const struct last_seen *closed = &job->ended[PHASE_UNINITIALIZE];
    return closed->is_seen && !is_before(closed, &job->started[PHASE_PREBACKUP]);
}

static bool is_closed_after_failure(const struct job *job)
{
    const struct last_seen *restart = &job->started[PHASE_PREBACKUP];
    bool has_failure =
        (job->failed_in_phase.is_seen && !is_before(&job->failed_in_phase, restart)) ||
        (job->may_be_fatal.is_seen && !is_before(&job->may_be_fatal, restart));
    return is_closed(job) && has_failure;
}

/* The phases that a restore logs are not known, so only the lack of further records counts. */
static bool is_failed_restore(const struct job *job)
{
    return job->kind == JOB_KIND_RESTORE && job->fatal.is_seen &&
           !datetime_is_later(job->last, job->fatal.time);
}

/* The state by the job's own records. */
static enum job_state logged_state(const struct job *job)
{
    enum job_state state = JOB_UNKNOWN;
    if (reported_end(job, &state) == NULL)
        return has_failed_in_phase(job) || is_closed_after_failure(job) || is_failed_restore(job)
                   ? JOB_FAILED
                   : JOB_UNKNOWN;
    return state;
}

enum job_state job_state_of(const struct job *job)
{
    enum job_state state = logged_state(job);
    if (stated_job_has_ended(&job->stated) || state == JOB_UNKNOWN)
        state = stated_job_state(&job->stated);
    if (state == JOB_SUCCEEDED && job->events > 0)
        return JOB_WARNINGS;
    return state;
}

/* The end by the job's own records. */
static struct datetime logged_end(const struct job *job)
{
    enum job_state state = JOB_UNKNOWN;
    const struct last_seen *end = reported_end(job, &state);
    const struct last_seen *closed = &job->ended[PHASE_UNINITIALIZE];
    if (end == NULL && has_failed_in_phase(job))
        return job->failed_in_phase.time;
    if (end == NULL && is_failed_restore(job))
        return job->fatal.time;
    if (end == NULL)
        return is_closed(job) ? closed->time : (struct datetime){0};
    return datetime_is_set(closed->time) && !is_before(closed, end) ? closed->time : end->time;
}

struct datetime job_end(const struct job *job)
{
    struct datetime end = logged_end(job);
    return datetime_is_set(end) ? end : job->stated.end;
}

int64_t job_phase_milliseconds(const struct job *job, enum job_phase phase)
{
    const struct last_seen *start = &job->started[phase];
    const struct last_seen *end = &job->ended[phase];
    if (!start->time.has_time || !end->time.has_time || datetime_is_later(start->time, end->time))
        return -1;
    return datetime_milliseconds_between(start->time, end->time);
}

enum job_phase job_open_phase(const struct job *job)
{
    for (int phase = PHASE_COUNT - 1; phase >= 0; phase--) {
        const struct last_seen *start = &job->started[phase];
        const struct last_seen *end = &job->ended[phase];
        if (start->is_seen && (!end->is_seen || is_before(end, start)))
            return (enum job_phase)phase;
    }
    return PHASE_COUNT;
}

bool job_has_no_end(const struct job *job)
{
    return job->has_milestone && datetime_is_set(job->last) && !is_closed(job) &&
           job_state_of(job) == JOB_UNKNOWN;
}
