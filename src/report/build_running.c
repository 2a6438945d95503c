#include "report/build_running.h"

#include <string.h>

#include "base/hash.h"
#include "report/build_host_logs.h"
#include "report/job_run.h"
#include "tally/job_counts.h"
#include "tally/source_counts.h"
#include "tally/tally_parts.h"
#include "tally/text_budget.h"

/* Whether records at the end of the log were not read, or left out by --until. A log that --since
 * leaves out as a whole tells nothing of that. */
static bool is_cut(const struct tally *tally, const struct tally_log *log)
{
    const struct tally_options *options = &tally->options;
    bool is_before_since =
        !datetime_is_set(log->shown.last_seen) && datetime_is_set(options->since);
    bool is_left_out = datetime_is_set(options->until) && log->is_outside && !is_before_since;
    return log->shown.problem.length > 0 || is_left_out;
}

/* The logs of one host and kind. */
struct sibling_logs {
    struct datetime end; /* of the last record */
    bool is_any_cut;
    bool is_timeless_cut;    /* one without a time is cut, */
    struct datetime cut_end; /* and the last record of those with one that are */
};

static void add_log(const struct tally *tally, const struct tally_log *log,
                    struct sibling_logs *sibling_logs)
{
    struct datetime last = log->shown.last_seen;
    if (datetime_is_later(last, sibling_logs->end))
        sibling_logs->end = last;
    if (!is_cut(tally, log))
        return;
    sibling_logs->is_any_cut = true;
    sibling_logs->is_timeless_cut = sibling_logs->is_timeless_cut || !datetime_is_set(last);
    if (datetime_is_later(last, sibling_logs->cut_end))
        sibling_logs->cut_end = last;
}

/* The logs of the host and kind of `own`, looked at once for all runs: a folder may hold as many
 * logs as runs. NULL with the fault set. */
static const struct sibling_logs *find_likes(const struct builder *builder,
                                             const struct report_log *own, struct hash_array *known)
{
    uint64_t kind = hash_span(span_of(own->kind_name), builder->tally->options.seed);
    bool is_new = false;
    struct sibling_logs *sibling_logs = hash_array_add(
        known, hash_mix(text_budget_host_key(&builder->tally->text_budget, own->host), kind),
        &is_new, builder->fault);
    struct host_logs logs = host_logs_of(builder, own->host);
    for (size_t i = 0; sibling_logs != NULL && is_new && i < logs.count; i++)
        if (strcmp(logs.logs[i]->shown.kind_name, own->kind_name) == 0)
            add_log(builder->tally, logs.logs[i], sibling_logs);
    return sibling_logs;
}

/* Whether the logs that are like the one that tells of the run, of its host and kind, end soon
 * behind it, and nothing was cut off there that may tell of its end. */
static bool find_state(const struct builder *builder, const struct job *job,
                       struct hash_array *known, enum job_state *state)
{
    const struct report_log *own = &builder->tally->source_counts.logs[job->place.log]->shown;
    if (!job_is_running(job, job->last)) /* whatever the logs say */
        return true;
    const struct sibling_logs *sibling_logs = find_likes(builder, own, known);
    if (sibling_logs == NULL)
        return false;
    bool is_end_cut =
        sibling_logs->is_timeless_cut ||
        (sibling_logs->is_any_cut && !datetime_is_later(job->last, sibling_logs->cut_end));
    if (job_is_running(job, sibling_logs->end) && !is_end_cut)
        *state = JOB_RUNNING;
    return true;
}

bool build_running(const struct builder *builder, struct job_run *runs, size_t count)
{
    struct hash_array known = {.item_bytes = sizeof(struct sibling_logs)};
    bool is_last = true;
    bool done = true;
    for (size_t i = count; done && i-- > 0;) {
        if (i + 1 < count && runs[i + 1].job->host != runs[i].job->host)
            is_last = true;
        if (is_last && runs[i].shown.state == JOB_UNKNOWN)
            done = find_state(builder, runs[i].job, &known, &runs[i].shown.state);
        if (runs[i].job->begun.is_seen && runs[i].shown.part_of.length == 0)
            is_last = false;
    }
    hash_array_release(&known);
    return done;
}
