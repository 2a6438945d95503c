#include "report/build_running.h"

#include <string.h>

#include "base/hash.h"
#include "report/build_host_logs.h"
#include "report/job_run.h"
#include "tally/job_counts.h"
#include "tally/source_counts.h"
#include "tally/tally_parts.h"
#include "tally/text_budget.h"

/* True if records at the end of the log were unreadable, or excluded by --until. A log that --since
 * excludes as a whole does not count. */
static bool is_cut(const struct tally *tally, const struct tally_log *log)
{
    const struct tally_options *options = &tally->options;
    bool is_before_since =
        !datetime_is_set(log->shown.last_seen) && datetime_is_set(options->since);
    bool is_excluded = datetime_is_set(options->until) && log->is_outside && !is_before_since;
    return log->shown.problem.length > 0 || is_excluded;
}

/* The logs of one host and kind. */
struct sibling_logs {
    struct datetime end; /* of the last record of all */
    bool is_any_cut;
    bool is_timeless_cut;    /* a log without a time is cut */
    struct datetime cut_end; /* of the last record of the other cut logs */
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

/* The logs of the host and kind of `own`, cached for all runs, since a folder may have as many logs
 * as runs. NULL with the fault set. */
static const struct sibling_logs *
find_siblings(const struct builder *builder, const struct report_log *own, struct hash_array *cache)
{
    uint64_t kind = hash_span(span_of(own->kind_name), builder->tally->options.seed);
    bool is_new = false;
    struct sibling_logs *sibling_logs = hash_array_add(
        cache, hash_mix(text_budget_host_key(&builder->tally->text_budget, own->host), kind),
        &is_new, builder->fault);
    struct host_logs logs = host_logs_of(builder, own->host);
    for (size_t i = 0; sibling_logs != NULL && is_new && i < logs.count; i++)
        if (strcmp(logs.logs[i]->shown.kind_name, own->kind_name) == 0)
            add_log(builder->tally, logs.logs[i], sibling_logs);
    return sibling_logs;
}

/* Sets `*state` to running if the logs of the run's host and kind end soon after it, and none of
 * them was cut where its end may have been. False with the fault set. */
static bool find_state(const struct builder *builder, const struct job *job,
                       struct hash_array *cache, enum job_state *state)
{
    const struct report_log *own = &builder->tally->source_counts.logs[job->place.log]->shown;
    if (!job_is_running(job, job->last))
        return true;
    const struct sibling_logs *sibling_logs = find_siblings(builder, own, cache);
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
    struct hash_array cache = {.item_bytes = sizeof(struct sibling_logs)};
    bool is_last = true;
    bool done = true;
    for (size_t i = count; done && i-- > 0;) {
        if (i + 1 < count && runs[i + 1].job->host != runs[i].job->host)
            is_last = true;
        if (is_last && runs[i].shown.state == JOB_UNKNOWN)
            done = find_state(builder, runs[i].job, &cache, &runs[i].shown.state);
        if (job_has_begun(runs[i].job) && runs[i].shown.part_of.length == 0)
            is_last = false;
    }
    hash_array_release(&cache);
    return done;
}
