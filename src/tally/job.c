#include "tally/job.h"

static void note_latest(struct job_sign *sign, struct datetime time, struct datetime order)
{
    sign->is_seen = true;
    if (!datetime_is_set(time) || datetime_is_later(sign->order, order))
        return;
    sign->time = time;
    sign->order = order;
}

static void note_earliest(struct job_sign *sign, struct datetime time)
{
    sign->is_seen = true;
    if (datetime_is_set(time) &&
        (!datetime_is_set(sign->time) || datetime_is_later(sign->time, time)))
        sign->time = sign->order = time;
}

/* Within a log the order of the records goes before the clock, which summer time sets back by an
 * hour at its end. The start of a phase is left where it is: nothing is told by one that seems too
 * early, and older logs joined behind newer ones must not look like a job that began anew. */
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
    /* Most records have the time of the one before, or a later one. With a year that alone says
     * that it is not the first; without one, times may run in a circle. */
    if (time.year != 0 && datetime_is_set(job->last)) {
        if (datetime_is_same(&time, &job->last))
            return;
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

static struct job_sign *sign_of(struct job *job, struct milestone milestone)
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
    default:
        return NULL;
    }
}

void job_note_milestone(struct job *job, struct milestone milestone, struct datetime time,
                        size_t log)
{
    bool is_start = milestone.mark == MARK_START;
    struct datetime order = order_of(job, time, log, is_start);
    if (milestone.mark == MARK_BROKEN) {
        note_latest(&job->broken, time, order);
        return;
    }
    if (is_start && (milestone.phase == PHASE_PREBACKUP || milestone.is_event))
        note_earliest(&job->begun, time);
    struct job_sign *sign = sign_of(job, milestone);
    if (sign != NULL)
        note_latest(sign, time, order);
    note_latest(&job->milestone, time, order);
    job->has_milestone = true;
    if (!milestone.is_event)
        job->kind = JOB_KIND_BACKUP;
}

void job_note_grave_failure(struct job *job, struct datetime time, size_t log)
{
    note_latest(&job->grave, time, order_of(job, time, log, false));
}

void job_note_fatal(struct job *job, struct datetime time, size_t log)
{
    note_latest(&job->fatal, time, order_of(job, time, log, false));
}

static bool is_before(const struct job_sign *sign, const struct job_sign *other)
{
    return datetime_is_later(other->order, sign->order);
}

/* The latest sign of the three that tell an end; without times, the worst. */
static const struct job_sign *verdict_sign(const struct job *job, enum job_state *state)
{
    const struct job_sign *const signs[] = {&job->failed, &job->warned, &job->succeeded};
    static const enum job_state states[] = {JOB_FAILED, JOB_WARNINGS, JOB_SUCCEEDED};
    const struct job_sign *latest = NULL;
    for (int i = 0; i < 3; i++) {
        if (!signs[i]->is_seen)
            continue;
        if (latest == NULL || is_before(latest, signs[i])) {
            latest = signs[i];
            *state = states[i];
        }
    }
    /* The job has begun anew since. */
    const struct job_sign *restart = &job->started[PHASE_PREBACKUP];
    return latest != NULL && is_before(latest, restart) ? NULL : latest;
}

/* The agent logs a failure in the place of the end of a phase, and then nothing more of the job. */
static bool is_broken(const struct job *job)
{
    return job->has_milestone && job->broken.is_seen && !is_before(&job->broken, &job->milestone);
}

/* The storage is closed at the end of every job, of those that failed, too. */
static bool is_closed(const struct job *job)
{
    const struct job_sign *closed = &job->ended[PHASE_UNINITIALIZE];
    return closed->is_seen && !is_before(closed, &job->started[PHASE_PREBACKUP]);
}

static bool is_closed_after_failure(const struct job *job)
{
    const struct job_sign *restart = &job->started[PHASE_PREBACKUP];
    bool has_failed = (job->broken.is_seen && !is_before(&job->broken, restart)) ||
                      (job->grave.is_seen && !is_before(&job->grave, restart));
    return is_closed(job) && has_failed;
}

/* Which phases a restore logs is not known. */
static bool is_failed_restore(const struct job *job)
{
    return job->kind == JOB_KIND_RESTORE && job->fatal.is_seen &&
           !datetime_is_later(job->last, job->fatal.time);
}

enum job_state job_state_of(const struct job *job)
{
    enum job_state state = JOB_UNKNOWN;
    if (verdict_sign(job, &state) == NULL)
        return is_broken(job) || is_closed_after_failure(job) || is_failed_restore(job)
                   ? JOB_FAILED
                   : JOB_UNKNOWN;
    if (state == JOB_SUCCEEDED && job->events > 0)
        return JOB_WARNINGS;
    return state;
}

struct datetime job_end(const struct job *job)
{
    enum job_state state = JOB_UNKNOWN;
    const struct job_sign *sign = verdict_sign(job, &state);
    const struct job_sign *closed = &job->ended[PHASE_UNINITIALIZE];
    if (sign == NULL && is_broken(job))
        return job->broken.time;
    if (sign == NULL && is_failed_restore(job))
        return job->fatal.time;
    if (sign == NULL)
        return is_closed(job) ? closed->time : (struct datetime){0};
    return datetime_is_set(closed->time) && !is_before(closed, sign) ? closed->time : sign->time;
}

int64_t job_phase_milliseconds(const struct job *job, enum job_phase phase)
{
    const struct job_sign *start = &job->started[phase];
    const struct job_sign *end = &job->ended[phase];
    if (!start->time.has_time || !end->time.has_time || datetime_is_later(start->time, end->time))
        return -1;
    return datetime_milliseconds_between(start->time, end->time);
}

enum job_phase job_open_phase(const struct job *job)
{
    for (int phase = PHASE_COUNT - 1; phase >= 0; phase--) {
        const struct job_sign *start = &job->started[phase];
        const struct job_sign *end = &job->ended[phase];
        if (start->is_seen && (!end->is_seen || is_before(end, start)))
            return (enum job_phase)phase;
    }
    return PHASE_COUNT;
}

bool job_is_running(const struct job *job, struct datetime logs_end)
{
    enum { DAY_MILLISECONDS = 24 * 60 * 60 * 1000 };
    if (!job->has_milestone || is_closed(job) || job_state_of(job) != JOB_UNKNOWN)
        return false;
    return datetime_is_set(job->last) &&
           datetime_milliseconds_between(job->last, logs_end) <= DAY_MILLISECONDS;
}
