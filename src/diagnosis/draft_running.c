/* Runs that may be under way. */
#include <string.h>

#include "diagnosis/run.h"

/* The last time in the logs that are like the one that tells of the run: of its host and kind. */
static struct moment logs_end_of(const struct draft *draft, const struct run *run)
{
    const struct tally *tally = draft->tally;
    const struct report_log *own = &tally->logs[run->job->place.log]->shown;
    struct moment end = {0};
    for (size_t i = 0; i < tally->log_count; i++) {
        const struct report_log *log = &tally->logs[i]->shown;
        if (strcmp(log->kind, own->kind) == 0 && span_equals_ignoring_case(log->host, own->host) &&
            moment_is_later(log->last_seen, end))
            end = log->last_seen;
    }
    return end;
}

void run_find_running(const struct draft *draft, struct run *runs, size_t count)
{
    bool is_last = true;
    for (size_t i = count; i-- > 0;) {
        if (i + 1 < count && runs[i + 1].job->host != runs[i].job->host)
            is_last = true;
        if (is_last && runs[i].shown.state == JOB_UNKNOWN &&
            job_is_running(runs[i].job, logs_end_of(draft, &runs[i])))
            runs[i].shown.state = JOB_RUNNING;
        if (runs[i].job->begun.is_seen && runs[i].shown.part_of.length == 0)
            is_last = false;
    }
}
