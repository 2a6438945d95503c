/* Facts that no record says, gathered by host as findings of the catalog. */
#include "base/buffer.h"
#include "base/hash.h"
#include "report/builder.h"
#include "tally/finding_counts.h"
#include "tally/period.h"
#include "tally/text_budget.h"
#include "text/number_text.h"

static bool start_inference(const struct builder *builder, const struct inferred_fact *fact,
                            size_t error, uint32_t host, struct inference *inference)
{
    inference->finding =
        (struct tally_finding){.host = host, .error = error, .example = fact->example};
    inference->details = arena_allocate(builder->arena, MAX_INFERENCE_DETAILS,
                                        sizeof *inference->details, builder->fault);
    return inference->details != NULL;
}

bool build_infer(struct builder *builder, const struct inferred_fact *fact)
{
    size_t error = 0;
    uint32_t host = 0;
    if (!catalog_error_by_symbol(builder->catalog, span_of(fact->symbol), &error) ||
        !hash_table_find(&builder->tally->text_budget.hosts.numbers,
                         text_budget_host_key(&builder->tally->text_budget, fact->host), &host))
        return true;
    bool is_new = false;
    uint64_t key = hash_mix(hash_mix(builder->tally->options.seed, error), host);
    struct inference *inference =
        hash_array_add(&builder->inferences, key, &is_new, builder->fault);
    if (inference == NULL || (is_new && !start_inference(builder, fact, error, host, inference)))
        return false;
    inference->finding.events += fact->events;
    period_widen(&inference->finding.first, &inference->finding.last, &fact->first);
    period_widen(&inference->finding.first, &inference->finding.last, &fact->last);
    if (inference->detail_count == MAX_INFERENCE_DETAILS)
        return true;
    struct span detail =
        sentence_write(&fact->detail, builder->options->language, builder->arena, builder->fault);
    inference->details[inference->detail_count++] = detail;
    return detail.bytes != NULL;
}

/* The agent gives up a job past so many failed files by default (100057). */
enum { MOST_FAILED_FILES = 1000, WARNING_FROM = MOST_FAILED_FILES * 8 / 10 };

static bool infer_files_limit(struct builder *builder, const struct report_job *job)
{
    char files[NUMBER_TEXT_BYTES];
    char most[NUMBER_TEXT_BYTES];
    bool is_over = job->files > MOST_FAILED_FILES;
    return build_infer(
        builder, &(struct inferred_fact){
                     .symbol = "MARSIFT_FAILED_FILES_LIMIT",
                     .host = job->host,
                     .events = 1,
                     .first = job->first_seen,
                     .last = job->last_seen,
                     .detail = {is_over ? SENTENCE_FILES_OVER_LIMIT : SENTENCE_FILES_NEAR_LIMIT,
                                {job->host, job->name, span_of(number_text(job->files, files)),
                                 span_of(number_text(MOST_FAILED_FILES, most))}},
                     .example = {job->name, job->place}});
}

bool build_files_limit(struct builder *builder)
{
    for (size_t i = 0; i < builder->report->job_count; i++) {
        const struct report_job *job = &builder->report->jobs[i];
        if (job->files >= WARNING_FROM && job->part_of.length == 0 &&
            !infer_files_limit(builder, job))
            return false;
    }
    return true;
}

static enum sentence_id failure_sentence(bool has_phase, bool has_time)
{
    if (has_phase)
        return has_time ? SENTENCE_JOB_FAILED_IN_PHASE_AT_TIME : SENTENCE_JOB_FAILED_IN_PHASE;
    return has_time ? SENTENCE_JOB_FAILED_AT_TIME : SENTENCE_JOB_FAILED;
}

static bool infer_bare_failure(struct builder *builder, const struct report_job *job)
{
    struct datetime time = datetime_is_set(job->end) ? job->end : job->last_seen;
    char when[DATETIME_TEXT_BYTES];
    datetime_format(time, builder->options->zone, when);
    return build_infer(
        builder, &(struct inferred_fact){
                     .symbol = "MARSIFT_JOB_FAILED",
                     .host = job->host,
                     .events = 1,
                     .first = time,
                     .last = time,
                     .detail = {failure_sentence(job->open_phase != NULL, datetime_is_set(time)),
                                {job->host, job->name, span_of(job->open_phase), span_of(when)}},
                     .example = {job->name, job->place}});
}

/* The stop of an event list is an agent error itself, and a restore is no backup. */
static bool is_backup_of_engine(const struct report_job *job)
{
    return job->kind != JOB_KIND_EVENT && job->kind != JOB_KIND_RESTORE;
}

/* Too many failed files are a reason, too. */
bool build_bare_failures(struct builder *builder)
{
    for (size_t i = 0; i < builder->report->job_count; i++) {
        const struct report_job *job = &builder->report->jobs[i];
        if (job->state == JOB_FAILED && is_backup_of_engine(job) && !job->says_why &&
            job->files <= MOST_FAILED_FILES && !infer_bare_failure(builder, job))
            return false;
    }
    return true;
}
