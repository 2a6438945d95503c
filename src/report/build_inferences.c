/* Facts that no record says, gathered by host as findings of the catalog. */
#include "base/hash.h"
#include "report/builder.h"
#include "tally/count_record.h"
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
        !hash_table_find(&builder->tally->hosts.numbers, tally_host_key(builder->tally, fact->host),
                         &host))
        return true;
    bool is_new = false;
    uint64_t key = hash_mix(hash_mix(builder->tally->options.seed, error), host);
    struct inference *inference =
        hash_array_add(&builder->inferences, key, &is_new, builder->fault);
    if (inference == NULL || (is_new && !start_inference(builder, fact, error, host, inference)))
        return false;
    inference->finding.events += fact->events;
    count_widen(&inference->finding.first, &inference->finding.last, &fact->first);
    count_widen(&inference->finding.first, &inference->finding.last, &fact->last);
    if (inference->detail_count == MAX_INFERENCE_DETAILS)
        return true;
    struct span detail = arena_copy(builder->arena, fact->detail, builder->fault);
    inference->details[inference->detail_count++] = detail;
    return detail.bytes != NULL;
}

/* The agent gives up a job past so many failed files by default (100057). */
enum { MOST_FAILED_FILES = 1000, WARNING_FROM = MOST_FAILED_FILES * 8 / 10 };

/* "N1, job 0000...: 5,901 failed files; the limit is 1,000, and past it a job fails (100057)". */
static bool describe_files_limit(const struct builder *builder, const struct report_job *job,
                                 struct buffer *text)
{
    static const char *const past[LANGUAGE_COUNT] = {
        [LANGUAGE_EN] = ", and past it a job fails (100057)",
        [LANGUAGE_JA] = "、超えたジョブは 100057 で失敗します"};
    enum language language = builder->options->language;
    char files[NUMBER_TEXT_BYTES];
    char most[NUMBER_TEXT_BYTES];
    return buffer_append_format(
        text, builder->fault,
        language == LANGUAGE_JA ? "%.*s、ジョブ %.*s: 失敗したファイル %s 個 (上限 %s 個%s)"
                                : "%.*s, job %.*s: %s failed files; the limit is %s%s",
        (int)job->host.length, job->host.bytes, (int)job->name.length, job->name.bytes,
        number_text(job->files, files), number_text(MOST_FAILED_FILES, most),
        job->files > MOST_FAILED_FILES ? past[language] : "");
}

bool build_files_limit(struct builder *builder)
{
    bool done = true;
    for (size_t i = 0; i < builder->report->job_count && done; i++) {
        const struct report_job *job = &builder->report->jobs[i];
        struct buffer text = {0};
        if (job->files < WARNING_FROM || job->part_of.length > 0)
            continue;
        done = describe_files_limit(builder, job, &text) &&
               build_infer(builder, &(struct inferred_fact){.symbol = "MARSIFT_FAILED_FILES_LIMIT",
                                                            .host = job->host,
                                                            .events = 1,
                                                            .first = job->first_seen,
                                                            .last = job->last_seen,
                                                            .detail = buffer_span(&text),
                                                            .example = {job->name, job->place}});
        buffer_release(&text);
    }
    return done;
}

/* "N1: job 0000... failed in Data transfer, 2024-07-19T22:10:00". */
static bool describe_failure(const struct builder *builder, const struct report_job *job,
                             struct datetime time, struct buffer *text)
{
    bool is_japanese = builder->options->language == LANGUAGE_JA;
    char when[DATETIME_TEXT_BYTES];
    datetime_format(time, builder->options->zone, when);
    return buffer_append_format(
               text, builder->fault,
               is_japanese ? "%.*s: ジョブ %.*s が失敗しました" : "%.*s: job %.*s failed",
               (int)job->host.length, job->host.bytes, (int)job->name.length, job->name.bytes) &&
           (job->open_phase == NULL ||
            buffer_append_format(text, builder->fault, is_japanese ? " (段階: %s)" : " in %s",
                                 job->open_phase)) &&
           (!datetime_is_set(time) ||
            buffer_append_format(text, builder->fault, is_japanese ? "、%s" : ", %s", when));
}

static bool infer_bare_failure(struct builder *builder, const struct report_job *job)
{
    struct datetime time = datetime_is_set(job->end) ? job->end : job->last_seen;
    struct buffer text = {0};
    bool done = describe_failure(builder, job, time, &text) &&
                build_infer(builder, &(struct inferred_fact){.symbol = "MARSIFT_JOB_FAILED",
                                                             .host = job->host,
                                                             .events = 1,
                                                             .first = time,
                                                             .last = time,
                                                             .detail = buffer_span(&text),
                                                             .example = {job->name, job->place}});
    buffer_release(&text);
    return done;
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
