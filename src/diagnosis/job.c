#include "diagnosis/job.h"

const char *job_kind_name(enum job_kind kind)
{
    static const char *const names[] = {
#define KIND_NAME(id, name) [JOB_KIND_##id] = name,
        JOB_KINDS(KIND_NAME)
#undef KIND_NAME
    };
    return names[kind];
}

static void note_latest(struct job_sign *sign, struct moment time)
{
    sign->is_seen = true;
    if (moment_is_later(time, sign->time))
        sign->time = time;
}

static void note_earliest(struct job_sign *sign, struct moment time)
{
    sign->is_seen = true;
    if (moment_is_set(time) && (!moment_is_set(sign->time) || moment_is_later(sign->time, time)))
        sign->time = time;
}

void job_note_time(struct job *job, struct moment time)
{
    if (!moment_is_set(time))
        return;
    if (!moment_is_set(job->first) || moment_is_later(job->first, time))
        job->first = time;
    if (moment_is_later(time, job->last))
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

void job_note_milestone(struct job *job, struct milestone milestone, struct moment time)
{
    if (milestone.mark == MARK_BROKEN) {
        note_latest(&job->broken, time);
        return;
    }
    bool is_first_phase = milestone.phase == PHASE_PREBACKUP || milestone.is_event;
    if (milestone.mark == MARK_START && is_first_phase)
        note_earliest(&job->begun, time);
    struct job_sign *sign = sign_of(job, milestone);
    if (sign != NULL)
        note_latest(sign, time);
    note_latest(&job->milestone, time);
    job->has_milestone = true;
    if (!milestone.is_event)
        job->kind = JOB_KIND_BACKUP;
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
        if (latest == NULL || moment_is_later(signs[i]->time, latest->time)) {
            latest = signs[i];
            *state = states[i];
        }
    }
    /* The job has begun anew since. */
    const struct job_sign *restart = &job->started[PHASE_PREBACKUP];
    if (latest != NULL && restart->is_seen && moment_is_later(restart->time, latest->time))
        return NULL;
    return latest;
}

/* The agent logs a failure in the place of the end of a phase, and then nothing more of the job. */
static bool is_broken(const struct job *job)
{
    return job->has_milestone && job->broken.is_seen &&
           !moment_is_later(job->milestone.time, job->broken.time);
}

enum job_state job_state_of(const struct job *job)
{
    enum job_state state = JOB_UNKNOWN;
    if (verdict_sign(job, &state) == NULL)
        return is_broken(job) ? JOB_FAILED : JOB_UNKNOWN;
    if (state == JOB_SUCCEEDED && job->events > 0)
        return JOB_WARNINGS;
    return state;
}

struct moment job_end(const struct job *job)
{
    enum job_state state = JOB_UNKNOWN;
    const struct job_sign *sign = verdict_sign(job, &state);
    if (sign == NULL)
        return is_broken(job) ? job->broken.time : (struct moment){0};
    struct moment closed = job->ended[PHASE_UNINITIALIZE].time;
    return moment_is_set(closed) && moment_is_later(closed, sign->time) ? closed : sign->time;
}

int64_t job_phase_milliseconds(const struct job *job, enum job_phase phase)
{
    const struct job_sign *start = &job->started[phase];
    const struct job_sign *end = &job->ended[phase];
    if (!start->time.has_time || !end->time.has_time || moment_is_later(start->time, end->time))
        return -1;
    return moment_milliseconds_between(start->time, end->time);
}

enum job_phase job_open_phase(const struct job *job)
{
    for (int phase = PHASE_COUNT - 1; phase >= 0; phase--) {
        const struct job_sign *start = &job->started[phase];
        const struct job_sign *end = &job->ended[phase];
        if (start->is_seen && (!end->is_seen || moment_is_later(start->time, end->time)))
            return (enum job_phase)phase;
    }
    return PHASE_COUNT;
}

bool job_is_running(const struct job *job, struct moment logs_end)
{
    enum { DAY_MILLISECONDS = 24 * 60 * 60 * 1000 };
    if (!job->has_milestone || job_state_of(job) != JOB_UNKNOWN)
        return false;
    return moment_is_set(job->last) &&
           moment_milliseconds_between(job->last, logs_end) <= DAY_MILLISECONDS;
}
