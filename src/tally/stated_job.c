#include "tally/stated_job.h"

void stated_job_note(struct stated_job *stated, const struct job_statement *statement,
                     struct datetime start, struct datetime end)
{
    stated->is_stated = true;
    if (statement->state > stated->state)
        stated->state = statement->state;
    if (statement->type > stated->type)
        stated->type = statement->type;
    if (datetime_is_set(start) &&
        (!datetime_is_set(stated->start) || datetime_is_later(stated->start, start)))
        stated->start = start;
    bool has_ended = statement->state >= STATED_SUCCESS || statement->state == STATED_NOTHING;
    if (has_ended && datetime_is_later(end, stated->end))
        stated->end = end;
}

enum job_state stated_job_state(const struct stated_job *stated)
{
    switch (stated->state) {
    case STATED_SUCCESS:
        return JOB_SUCCEEDED;
    case STATED_WARNINGS:
        return JOB_WARNINGS;
    case STATED_ABORTED:
    case STATED_FAILURE:
        return JOB_FAILED;
    case STATED_RUNNING:
        return JOB_RUNNING;
    case STATED_WAITING:
    case STATED_NOTHING:
        break;
    }
    return JOB_UNKNOWN;
}

bool stated_job_has_ended(const struct stated_job *stated)
{
    return stated->state >= STATED_SUCCESS;
}
