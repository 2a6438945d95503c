#include "report/build_inferences.h"

#include "report/backups.h"
#include "report/host_causes.h"
#include "report/inference.h"
#include "report/job_reasons.h"
#include "tally/job_counts.h"
#include "text/minute_text.h"
#include "text/number_text.h"

static enum sentence_id limit_sentence(const struct builder *builder, const struct backup *backup)
{
    if (backup_hit_limit(builder, backup))
        return backup->files > MOST_FAILED_FILES ? SENTENCE_FILES_OVER_LIMIT
                                                 : SENTENCE_FILES_UP_TO_LIMIT;
    if (backup->files <= MOST_FAILED_FILES)
        return SENTENCE_FILES_NEAR_LIMIT;
    return backup_is_done(backup) ? SENTENCE_FILES_OVER_DEFAULT : SENTENCE_FILES_NEAR_LIMIT;
}

static struct span limit_reasons(struct builder *builder, const struct backup *backup)
{
    struct job_reasons reasons;
    struct sentence unknown = {SENTENCE_REASONS_UNKNOWN, {{0}}};
    if (!job_reasons_find(builder, &backup->job, 1, &reasons))
        return (struct span){0};
    if (reasons.count == 0)
        return sentence_write(&unknown, builder->options->language, builder->arena, builder->fault);
    return job_reasons_write(builder, &reasons);
}

/* A job that failed with too many failed files and without a code has the limit as its cause. Where
 * a record says so, only the reasons are added to it. */
static bool infer_files_limit(struct builder *builder, const struct backup *backup)
{
    char files[NUMBER_TEXT_BYTES];
    char most[NUMBER_TEXT_BYTES];
    const struct job *job = hash_array_at(&builder->tally->job_counts.jobs, backup->job);
    struct span host = builder_host(builder, backup->host);
    struct span reasons = limit_reasons(builder, backup);
    if (reasons.bytes == NULL)
        return false;
    bool is_at_limit = backup_hit_limit(builder, backup);
    return inference_add(
        builder, &(struct inferred_fact){
                     .symbol = is_at_limit ? FILES_LIMIT_ERROR_SYMBOL : FILES_LIMIT_NEAR_SYMBOL,
                     .host = host,
                     .events = is_at_limit && !backup_is_over_limit(backup) ? 0 : 1,
                     .first = job->first,
                     .last = job->last,
                     .detail = {limit_sentence(builder, backup),
                                {host, job->name, span_of(number_text(backup->files, files)),
                                 span_of(number_text(MOST_FAILED_FILES, most)), reasons}},
                     .example = {job->name, job->place}});
}

static bool infer_files_limits(struct builder *builder)
{
    for (size_t i = 0; i < builder->backups->count; i++) {
        const struct backup *backup = &builder->backups->list[i];
        bool is_told = backup->files >= FILES_LIMIT_WARNING ||
                       (backup->files > 0 && backup_hit_limit(builder, backup));
        if (backup->has_job && is_told && !infer_files_limit(builder, backup))
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
    char when[MINUTE_TEXT_BYTES];
    minute_text(time, builder->options->zone, builder->options->language, when);
    return inference_add(
        builder,
        &(struct inferred_fact){
            .symbol = HOST_FAILED_SYMBOL,
            .host = job->host,
            .events = 1,
            .first = time,
            .last = time,
            .detail = {failure_sentence(job->open_phase != NULL, datetime_is_set(time)),
                       {job->host, job->name, span_of(job->open_phase_title), span_of(when)}},
            .example = {job->name, job->place}});
}

/* The stop in an event list is itself an agent error, and not every job is a backup. */
static bool is_backup_of_engine(const struct report_job *job)
{
    return job->kind != JOB_KIND_EVENT && job_kind_is_backup(job->kind);
}

/* A run with too many failed files has a cause. */
static bool infer_bare_failures(struct builder *builder)
{
    for (size_t i = 0; i < builder->report->job_count; i++) {
        const struct report_job *job = &builder->report->jobs[i];
        if (job->state == JOB_FAILED && is_backup_of_engine(job) && !job->says_why &&
            job->files <= MOST_FAILED_FILES && !infer_bare_failure(builder, job))
            return false;
    }
    return true;
}

static enum sentence_id stop_sentence(const struct report_host_kind *kind)
{
    if (kind->newest == NEWEST_HANGS)
        return kind->is_system_state ? SENTENCE_SYSTEM_STATE_HANGS : SENTENCE_BACKUP_HANGS;
    if (kind->may_be_due_later)
        return kind->is_system_state ? SENTENCE_ONE_SYSTEM_STATE_KNOWN : SENTENCE_ONE_BACKUP_KNOWN;
    return kind->is_system_state ? SENTENCE_SYSTEM_STATE_STOPPED : SENTENCE_BACKUPS_STOPPED;
}

static bool infer_stop(struct builder *builder, struct span host,
                       const struct report_host_kind *kind)
{
    char since[MINUTE_TEXT_BYTES];
    char newest[MINUTE_TEXT_BYTES];
    const char *zone = builder->options->zone;
    enum language language = builder->options->language;
    return inference_add(
        builder,
        &(struct inferred_fact){
            .symbol = host_stop_symbol(kind->newest, kind->is_server_on, !kind->may_be_due_later),
            .host = host,
            .events = 1,
            .first = kind->since,
            .last = builder->report->newest,
            .detail = {stop_sentence(kind),
                       {host, span_of(minute_text(kind->since, zone, language, since)),
                        span_of(minute_text(builder->report->newest, zone, language, newest))}},
            .example = {.path = host}});
}

static bool infer_stops(struct builder *builder)
{
    for (size_t i = 0; i < builder->report->host_count; i++) {
        const struct report_host *host = &builder->report->hosts[i];
        for (size_t k = 0; k < host->kind_count; k++)
            if (host->kinds[k].state == HOST_STOPPED &&
                !infer_stop(builder, host->name, &host->kinds[k]))
                return false;
    }
    return true;
}

bool build_inferences(struct builder *builder)
{
    return infer_files_limits(builder) && infer_bare_failures(builder) && infer_stops(builder);
}
