#include "tally/tally.h"

#include "base/memory.h"
#include "tally/host_alias.h"
#include "tally/job_entry.h"
#include "tally/logged_jobs.h"
#include "tally/scratch_folders.h"
#include "tally/tally_parts.h"
#include "tally/volume_merge.h"
#include "tally/waiting_logs.h"
#include "tally/year_corrections.h"
#include "text/list_name.h"
#include "text/log_date.h"
#include "text/word_search.h"

struct tally *tally_open(const struct tally_options *options, struct fault *fault)
{
    const struct limits *limits = options->limits;
    struct tally *tally = memory_allocate(1, sizeof *tally, fault);
    if (tally == NULL)
        return NULL;
    tally->options = *options;
    source_counts_open(&tally->source_counts, limits, options->seed);
    job_counts_open(&tally->job_counts, options->seed);
    finding_counts_open(&tally->finding_counts);
    fact_counts_open(&tally->fact_counts);
    year_dates_open(&tally->year_dates);
    volume_counts_open(&tally->volume_counts, limits, options->seed);
    text_budget_open(&tally->text_budget, limits, options->seed);
    tally->waiting.hosts.item_bytes = sizeof(struct date_evidence);
    tally->waiting.domains.item_bytes = sizeof(struct host_domain);
    if (!file_counts_open(&tally->file_counts, limits, catalog_category_count(options->catalog),
                          fault)) {
        tally_close(tally);
        return NULL;
    }
    return tally;
}

void tally_close(struct tally *tally)
{
    if (tally == NULL)
        return;
    source_counts_release(&tally->source_counts);
    file_counts_release(&tally->file_counts);
    job_counts_release(&tally->job_counts);
    finding_counts_release(&tally->finding_counts);
    volume_counts_release(&tally->volume_counts);
    fact_counts_release(&tally->fact_counts);
    year_dates_release(&tally->year_dates);
    text_budget_release(&tally->text_budget);
    arena_release(&tally->waiting.arena);
    hash_array_release(&tally->waiting.hosts);
    hash_array_release(&tally->waiting.domains);
    memory_free(tally);
}

/* --host goes before the folders' names; what a line itself names goes before both. */
static struct span host_of_log(const struct tally *tally, const struct log_facts *facts)
{
    if (tally->options.host != NULL)
        return span_of(tally->options.host);
    return facts->host[0] ? span_of(facts->host) : span_of(UNKNOWN_HOST);
}

static bool copy_log_texts(struct tally *tally, const struct log_facts *facts,
                           struct tally_log *log, struct fault *fault)
{
    struct arena *arena = &tally->text_budget.arena;
    log->shown.source = arena_copy(arena, span_of(facts->source), fault);
    log->shown.member = arena_copy(arena, span_of(facts->member), fault);
    log->shown.host = arena_copy(arena, host_of_log(tally, facts), fault);
    log->name = arena_copy(arena, span_of(facts->name), fault);
    log->shown.taken_off = facts->taken_off;
    return log->shown.source.bytes != NULL && log->shown.member.bytes != NULL &&
           log->shown.host.bytes != NULL && log->name.bytes != NULL;
}

/* The time that gives a log its year: its corrected last day, or that of its file. */
static struct datetime time_of_file(const struct tally *tally, const struct log_facts *facts,
                                    size_t index)
{
    struct datetime last = year_corrections_last(
        tally->options.years, index, year_corrections_log_key(facts->source, facts->member));
    return datetime_is_set(last) ? last : facts->modified;
}

struct tally_log *tally_begin_log(struct tally *tally, const struct log_facts *facts,
                                  struct fault *fault)
{
    struct tally_log *log =
        source_counts_add_log(&tally->source_counts, &tally->text_budget.arena, fault);
    if (log == NULL || !copy_log_texts(tally, facts, log, fault))
        return NULL;
    bool is_of_windows = facts->kind == LOG_KIND_BACKUP_ERROR_LOG;
    /* Lines that somebody pasted may be of any backup. */
    log->is_system_state =
        is_of_windows && word_search_contains(span_of(facts->name), span_of("Backup_Error"));
    log->is_list = facts->kind == LOG_KIND_FAILED_FILES_LIST || is_of_windows;
    log->shown.kind = facts->kind;
    log->shown.kind_name = facts->kind_name;
    log->shown.grammar = facts->grammar;
    log->shown.reading = facts->reading;
    log->shown.named_directly = facts->named_directly;
    log->shown.encoding = "";
    log->shown.complete = true;
    log->shown_host_key = text_budget_host_key(&tally->text_budget, log->shown.host);
    log->name_date = log_date_of_name(span_of(facts->name));
    log->name_time = list_name_time(span_of(facts->name));
    log->calendar = year_inference_start(log->name_date, time_of_file(tally, facts, log->index),
                                         tally->options.first_year);
    if (log->is_list && datetime_is_set(log->name_date) &&
        !year_dates_note(&tally->year_dates, log->shown_host_key, log->name_date, fault))
        return NULL;
    return log;
}

const char *tally_log_source(const struct tally_log *log)
{
    return log->shown.source.bytes;
}

const struct catalog *tally_catalog(const struct tally *tally)
{
    return tally->options.catalog;
}

uint64_t tally_seed(const struct tally *tally)
{
    return tally->options.seed;
}

uint64_t tally_host_key(const struct tally *tally, const struct tally_log *log, struct span host)
{
    bool is_own = host.length == 0 || tally->options.host != NULL;
    return is_own ? log->shown_host_key : text_budget_host_key(&tally->text_budget, host);
}

uint64_t tally_job_key(const struct tally *tally, const struct tally_log *log, struct span host,
                       struct span name)
{
    return job_entry_key(tally_host_key(tally, log, host), name, tally->options.seed);
}

bool tally_knows_scratch_folders(const struct tally *tally)
{
    return tally->options.scratch_folders != NULL;
}

const struct folder_list *tally_scratch_folders(const struct tally *tally,
                                                const struct tally_log *log, struct span host)
{
    const struct scratch_folders *folders = tally->options.scratch_folders;
    const struct folder_list *list = scratch_folders_of(folders, tally_host_key(tally, log, host));
    if (list != NULL || tally->options.host != NULL || !host_alias_has_domain(host))
        return list;
    struct span name = host_alias_short(host);
    return scratch_folders_of_alias(folders, text_budget_host_key(&tally->text_budget, name));
}

bool tally_wants_every_record(const struct tally *tally)
{
    return tally_options_has_period(&tally->options);
}

bool tally_add_block(struct tally *tally, struct tally_log *log,
                     const struct classified_block *block, struct fault *fault)
{
    return waiting_logs_add(tally, log, block, fault);
}

bool tally_end_log(struct tally *tally, struct tally_log *log, const char *encoding,
                   const char *problem, struct fault *fault)
{
    struct arena *arena = &tally->text_budget.arena;
    struct span name = arena_copy(arena, span_of(encoding), fault);
    if (name.bytes == NULL)
        return false;
    log->shown.encoding = name.bytes;
    if (problem == NULL)
        return true;
    log->shown.complete = false;
    log->shown.problem = arena_copy(arena, span_of(problem), fault);
    return log->shown.problem.bytes != NULL;
}

bool tally_finish(struct tally *tally, struct fault *fault)
{
    if (!waiting_logs_finish(tally, fault) || !volume_merge(tally, fault))
        return false;
    logged_jobs_finish(&tally->job_counts);
    return true;
}

void tally_seal(struct tally *tally)
{
    /* Of many logs these take the most. */
    hash_array_seal(&tally->job_counts.jobs);
    hash_array_seal(&tally->job_counts.job_buckets);
}

bool tally_note_skipped(struct tally *tally, const char *source, const char *member,
                        const char *reason, const char *detail, struct fault *fault)
{
    struct report_skipped skipped = {.source = span_of(source),
                                     .member = span_of(member),
                                     .reason = reason,
                                     .detail = span_of(detail)};
    return source_counts_note_skipped(&tally->source_counts, &tally->text_budget.arena, &skipped,
                                      fault);
}

bool tally_note_problem(struct tally *tally, const char *source, const char *member,
                        const char *sentence, struct fault *fault)
{
    struct report_problem problem = {
        .source = span_of(source), .member = span_of(member), .sentence = span_of(sentence)};
    return source_counts_note_problem(&tally->source_counts, &tally->text_budget.arena, &problem,
                                      fault);
}

bool tally_note_limit(struct tally *tally, enum limit_id id, struct span source, struct span member,
                      struct fault *fault)
{
    return source_counts_note_limit(&tally->source_counts, &tally->text_budget.arena, id, source,
                                    member, fault);
}

bool tally_note_limited_rule(struct tally *tally, const char *grammar, const char *rule,
                             struct span source, struct span member, struct fault *fault)
{
    return source_counts_note_limited_rule(&tally->source_counts, &tally->text_budget.arena,
                                           grammar, rule, source, member, fault);
}
