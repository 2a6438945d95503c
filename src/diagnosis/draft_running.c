/* Runs that may be under way. */
#include <string.h>

#include "diagnosis/run.h"

/* Whether records at the end of the log were not read, or left out by --until. A log that --since
 * leaves out as a whole tells nothing of that. */
static bool is_cut(const struct tally *tally, const struct tally_log *log)
{
    const struct tally_options *options = &tally->options;
    bool is_before_since = !moment_is_set(log->shown.last_seen) && moment_is_set(options->since);
    bool is_left_out = moment_is_set(options->until) && log->is_outside && !is_before_since;
    return log->shown.problem.length > 0 || is_left_out;
}

/* Whether the logs that are like the one that tells of the run, of its host and kind, end soon
 * behind it, and nothing was cut off there. */
static bool may_be_running(const struct draft *draft, const struct run *run)
{
    const struct tally *tally = draft->tally;
    const struct report_log *own = &tally->logs[run->job->place.log]->shown;
    struct moment end = {0};
    for (size_t i = 0; i < tally->log_count; i++) {
        const struct report_log *log = &tally->logs[i]->shown;
        if (strcmp(log->kind, own->kind) != 0 || !span_equals_ignoring_case(log->host, own->host))
            continue;
        if (moment_is_later(log->last_seen, end))
            end = log->last_seen;
        bool is_older =
            moment_is_set(log->last_seen) && moment_is_later(run->job->last, log->last_seen);
        if (!is_older && is_cut(tally, tally->logs[i]))
            return false;
    }
    return job_is_running(run->job, end);
}

void run_find_running(const struct draft *draft, struct run *runs, size_t count)
{
    bool is_last = true;
    for (size_t i = count; i-- > 0;) {
        if (i + 1 < count && runs[i + 1].job->host != runs[i].job->host)
            is_last = true;
        if (is_last && runs[i].shown.state == JOB_UNKNOWN && may_be_running(draft, &runs[i]))
            runs[i].shown.state = JOB_RUNNING;
        if (runs[i].job->begun.is_seen && runs[i].shown.part_of.length == 0)
            is_last = false;
    }
}
