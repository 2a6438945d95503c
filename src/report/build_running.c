#include "report/build_running.h"

#include <string.h>

#include "base/hash.h"
#include "report/build_host_logs.h"
#include "report/elapsed.h"
#include "report/job_run.h"
#include "report/rhythm.h"
#include "tally/job_counts.h"
#include "tally/source_counts.h"
#include "tally/tally_parts.h"
#include "tally/text_budget.h"

/* True if records at the end of the log were unreadable, or excluded by --until: as of a time, a
 * job without an end by then is under way. A log that --since excludes as a whole does not count.
 */
static bool is_cut(const struct builder *builder, const struct tally_log *log)
{
    const struct tally_options *options = &builder->tally->options;
    bool is_before_since =
        !datetime_is_set(log->shown.last_seen) && datetime_is_set(options->since);
    bool is_bounded = datetime_is_set(options->until) && !datetime_is_set(builder->options->as_of);
    return log->shown.problem.length > 0 || (is_bounded && log->is_outside && !is_before_since);
}

/* Those of the logs of one host and kind that are cut. */
struct cut_logs {
    bool is_any;
    bool is_timeless;    /* one without a time */
    struct datetime end; /* of the last record of the others */
};

static void add_log(const struct builder *builder, const struct tally_log *log,
                    struct cut_logs *cut)
{
    struct datetime last = log->shown.last_seen;
    if (!is_cut(builder, log))
        return;
    cut->is_any = true;
    cut->is_timeless = cut->is_timeless || !datetime_is_set(last);
    if (datetime_is_later(last, cut->end))
        cut->end = last;
}

/* Those of the host and kind of `own`, cached for all runs, since a folder may have as many logs as
 * runs. NULL with the fault set. */
static const struct cut_logs *find_cut_logs(const struct builder *builder,
                                            const struct report_log *own, struct hash_array *cache)
{
    uint64_t kind = hash_span(span_of(own->kind_name), builder->tally->options.seed);
    bool is_new = false;
    struct cut_logs *cut = hash_array_add(
        cache, hash_mix(text_budget_host_key(&builder->tally->text_budget, own->host), kind),
        &is_new, builder->fault);
    struct host_logs logs = host_logs_of(builder, own->host);
    for (size_t i = 0; cut != NULL && is_new && i < logs.count; i++)
        if (strcmp(logs.logs[i]->shown.kind_name, own->kind_name) == 0)
            add_log(builder, logs.logs[i], cut);
    return cut;
}

/* True if the end of the run may have been where a log was cut. */
static bool is_cut_off(const struct job *job, const struct cut_logs *cut)
{
    return cut->is_timeless || (cut->is_any && !datetime_is_later(job->last, cut->end));
}

/* Sets `*state` if nothing ended the run: no record of its own, or a table says that it had not
 * ended when the table was written. False with the fault set. */
static bool find_state(const struct builder *builder, const struct job *job,
                       struct hash_array *cache, enum job_state *state)
{
    const struct report_log *own = &builder->tally->source_counts.logs[job->place.log]->shown;
    const struct cut_logs *cut = find_cut_logs(builder, own, cache);
    struct datetime last = datetime_is_later(job->logged, job->last) ? job->logged : job->last;
    bool is_silent = elapsed_minutes(last, builder->report->newest) > RHYTHM_DAY_MINUTES;
    if (cut == NULL)
        return false;
    if (*state == JOB_RUNNING || (job_has_no_end(job) && !is_cut_off(job, cut)))
        *state = is_silent ? JOB_HANGS : JOB_RUNNING;
    return true;
}

/* The runs of a host of which at most the last one goes on: the backups of one kind, and all runs
 * for the rest. */
enum sequence { SEQUENCE_FILES, SEQUENCE_SYSTEM_STATE, SEQUENCE_ALL, SEQUENCE_COUNT };

static enum sequence sequence_of(const struct job_run *run)
{
    if (!job_run_is_any_backup(run))
        return SEQUENCE_ALL;
    return run->job->is_system_state ? SEQUENCE_SYSTEM_STATE : SEQUENCE_FILES;
}

bool build_running(const struct builder *builder, struct job_run *runs, size_t count)
{
    struct hash_array cache = {.item_bytes = sizeof(struct cut_logs)};
    bool is_followed[SEQUENCE_COUNT] = {false};
    bool done = true;
    for (size_t i = count; done && i-- > 0;) {
        if (i + 1 < count && runs[i + 1].job->host != runs[i].job->host)
            memset(is_followed, 0, sizeof is_followed);
        enum sequence sequence = sequence_of(&runs[i]);
        bool may_go_on = runs[i].shown.state == JOB_UNKNOWN || runs[i].shown.state == JOB_RUNNING;
        if (may_go_on && !is_followed[sequence])
            done = find_state(builder, runs[i].job, &cache, &runs[i].shown.state);
        is_followed[sequence] = is_followed[sequence] || sequence != SEQUENCE_ALL;
        if (job_has_begun(runs[i].job) && runs[i].shown.part_of.length == 0)
            is_followed[SEQUENCE_ALL] = true;
    }
    hash_array_release(&cache);
    return done;
}
