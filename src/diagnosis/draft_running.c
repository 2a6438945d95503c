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

/* The logs of one host and kind. */
struct likes {
    const struct report_log *own; /* one of them; NULL before the first look */
    struct moment end;            /* of the last record */
    bool is_any_cut;
};

/* Looks at the logs of the host, unless `likes` tells of that kind already: a folder may hold as
 * many logs as runs. */
static void look_at_likes(const struct draft *draft, const struct report_log *own,
                          struct likes *likes)
{
    if (likes->own != NULL && strcmp(likes->own->kind, own->kind) == 0 &&
        span_equals_ignoring_case(likes->own->host, own->host))
        return;
    *likes = (struct likes){.own = own};
    struct host_logs logs = drafting_logs_of(draft, own->host);
    for (size_t i = 0; i < logs.count; i++) {
        const struct report_log *log = &logs.logs[i]->shown;
        if (strcmp(log->kind, own->kind) != 0)
            continue;
        if (moment_is_later(log->last_seen, likes->end))
            likes->end = log->last_seen;
        likes->is_any_cut = likes->is_any_cut || is_cut(draft->tally, logs.logs[i]);
    }
}

/* Whether something was cut off that may tell of the run's end. */
static bool is_end_cut(const struct draft *draft, const struct report_log *own, struct moment last)
{
    struct host_logs logs = drafting_logs_of(draft, own->host);
    for (size_t i = 0; i < logs.count; i++) {
        const struct report_log *log = &logs.logs[i]->shown;
        bool is_older = moment_is_set(log->last_seen) && moment_is_later(last, log->last_seen);
        if (!is_older && is_cut(draft->tally, logs.logs[i]) && strcmp(log->kind, own->kind) == 0)
            return true;
    }
    return false;
}

/* Whether the logs that are like the one that tells of the run, of its host and kind, end soon
 * behind it, and nothing was cut off there. */
static bool may_be_running(const struct draft *draft, const struct job *job, struct likes *likes)
{
    const struct report_log *own = &draft->tally->logs[job->place.log]->shown;
    if (!job_is_running(job, job->last)) /* whatever the logs say */
        return false;
    look_at_likes(draft, own, likes);
    return job_is_running(job, likes->end) &&
           !(likes->is_any_cut && is_end_cut(draft, own, job->last));
}

void run_find_running(const struct draft *draft, struct run *runs, size_t count)
{
    struct likes likes = {0};
    bool is_last = true;
    for (size_t i = count; i-- > 0;) {
        if (i + 1 < count && runs[i + 1].job->host != runs[i].job->host)
            is_last = true;
        if (is_last && runs[i].shown.state == JOB_UNKNOWN &&
            may_be_running(draft, runs[i].job, &likes))
            runs[i].shown.state = JOB_RUNNING;
        if (runs[i].job->begun.is_seen && runs[i].shown.part_of.length == 0)
            is_last = false;
    }
}
