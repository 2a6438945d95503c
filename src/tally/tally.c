#include "tally/tally.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "base/hash_array.h"
#include "base/memory.h"

struct tally *tally_open(const struct tally_options *options, struct fault *fault)
{
    struct tally *tally = memory_allocate(1, sizeof *tally, fault);
    if (tally == NULL)
        return NULL;
    tally->options = *options;
    tally->buckets.item_bytes = sizeof(struct tally_bucket);
    tally->earlier_codes.item_bytes = sizeof(struct tally_earlier_code);
    tally->findings.item_bytes = sizeof(struct tally_finding);
    tally->failures.item_bytes = sizeof(struct tally_failure);
    tally->jobs.item_bytes = sizeof(struct job);
    tally->job_buckets.item_bytes = sizeof(struct tally_job_bucket);
    tally->job_events.item_bytes = sizeof(struct tally_job_event);
    tally->shared_files.item_bytes = sizeof(uint64_t);
    tally->shared_groups.item_bytes = sizeof(struct tally_shared_group);
    tally->kept.item_bytes = sizeof(struct tally_file);
    tally->volumes.item_bytes = sizeof(struct tally_volume);
    tally->volume_paths.item_bytes = sizeof(struct tally_volume_path);
    tally->unparsed.item_bytes = sizeof(struct report_unparsed);
    tally->skipped.item_bytes = sizeof(struct report_skipped);
    tally->undecided.item_bytes = sizeof(struct report_limit);
    tally->problems.item_bytes = sizeof(struct report_problem);
    if (!folder_counts_open(&tally->folder_counts, catalog_category_count(options->catalog),
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
    string_pool_release(&tally->hosts);
    string_pool_release(&tally->folders);
    file_set_release(&tally->files);
    folder_counts_release(&tally->folder_counts);
    hyperloglog_release(&tally->files_overflow);
    size_t category_count = catalog_category_count(tally->options.catalog);
    for (size_t i = 0; tally->overflow != NULL && i < category_count; i++)
        hyperloglog_release(&tally->overflow[i].files);
    memory_free(tally->overflow);
    struct hash_array *lists[] = {
        &tally->buckets,      &tally->earlier_codes, &tally->findings,     &tally->failures,
        &tally->jobs,         &tally->kept,          &tally->unparsed,     &tally->skipped,
        &tally->problems,     &tally->volumes,       &tally->volume_paths, &tally->job_events,
        &tally->shared_files, &tally->shared_groups, &tally->job_buckets,  &tally->undecided};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        hash_array_release(lists[i]);
    memory_free(tally->logs);
    arena_release(&tally->arena);
    memory_free(tally);
}

const struct report_example *tally_bucket_example(const struct tally *tally, uint32_t bucket)
{
    const struct tally_bucket *kept = hash_array_at(&tally->buckets, bucket);
    for (size_t i = 0; i < BUCKET_EXAMPLES; i++) {
        const struct file_entry *file = file_set_find(&tally->files, kept->examples[i].key);
        if (kept->examples[i].is_taken && file != NULL && file->bucket == bucket)
            return &kept->examples[i].shown;
    }
    return NULL;
}

uint64_t tally_host_key(const struct tally *tally, struct span host)
{
    uint64_t key = tally->options.seed;
    for (size_t i = 0; i < host.length; i++)
        key = hash_mix(key, (unsigned char)ascii_to_lower(host.bytes[i]));
    return key;
}

bool tally_wants_every_record(const struct tally *tally)
{
    return datetime_is_set(tally->options.since) || datetime_is_set(tally->options.until);
}

/* --host goes before what the folders say; what a line itself says goes before that. */
static struct span host_of_log(const struct tally *tally, const struct log_facts *facts)
{
    if (tally->options.host != NULL)
        return span_of(tally->options.host);
    return facts->host[0] ? span_of(facts->host) : span_of(TALLY_UNKNOWN_HOST);
}

static bool copy_log_texts(struct tally *tally, const struct log_facts *facts,
                           struct tally_log *log, struct fault *fault)
{
    struct arena *arena = &tally->arena;
    log->shown.source = arena_copy(arena, span_of(facts->source), fault);
    log->shown.member = arena_copy(arena, span_of(facts->member), fault);
    log->shown.host = arena_copy(arena, host_of_log(tally, facts), fault);
    log->name = arena_copy(arena, span_of(facts->name), fault);
    return log->shown.source.bytes != NULL && log->shown.member.bytes != NULL &&
           log->shown.host.bytes != NULL && log->name.bytes != NULL;
}

struct tally_log *tally_begin_log(struct tally *tally, const struct log_facts *facts,
                                  struct fault *fault)
{
    void *logs = tally->logs;
    if (!memory_reserve(&logs, &tally->log_capacity, tally->log_count + 1, sizeof *tally->logs,
                        fault))
        return NULL;
    tally->logs = logs;
    struct tally_log *log = arena_allocate(&tally->arena, 1, sizeof *log, fault);
    if (log == NULL || !copy_log_texts(tally, facts, log, fault))
        return NULL;
    log->index = tally->log_count;
    log->is_list = facts->kind == LOG_KIND_FAILED_FILES_LIST;
    log->shown.kind = facts->kind;
    log->shown.kind_name = facts->kind_name;
    log->shown.grammar = facts->grammar;
    log->shown.encoding = "";
    log->shown.complete = true;
    log->name_date = log_date_of_name(span_of(facts->name));
    log->calendar = log_date_start(log->name_date, facts->modified, tally->options.first_year);
    tally->logs[tally->log_count++] = log;
    return log;
}

bool tally_end_log(struct tally *tally, struct tally_log *log, const char *encoding,
                   const char *problem, struct fault *fault)
{
    struct span name = arena_copy(&tally->arena, span_of(encoding), fault);
    if (name.bytes == NULL)
        return false;
    log->shown.encoding = name.bytes;
    if (problem == NULL)
        return true;
    log->shown.complete = false;
    log->shown.problem = arena_copy(&tally->arena, span_of(problem), fault);
    return log->shown.problem.bytes != NULL;
}

bool tally_note_skipped(struct tally *tally, const char *source, const char *member,
                        const char *reason, const char *detail, struct fault *fault)
{
    struct report_skipped *skipped = hash_array_append(&tally->skipped, fault);
    if (skipped == NULL)
        return false;
    skipped->source = arena_copy(&tally->arena, span_of(source), fault);
    skipped->member = arena_copy(&tally->arena, span_of(member), fault);
    skipped->detail = arena_copy(&tally->arena, span_of(detail), fault);
    skipped->reason = reason;
    return skipped->source.bytes != NULL && skipped->member.bytes != NULL &&
           skipped->detail.bytes != NULL;
}

bool tally_note_problem(struct tally *tally, const char *source, const char *member,
                        const char *sentence, struct fault *fault)
{
    struct report_problem *problem = hash_array_append(&tally->problems, fault);
    if (problem == NULL)
        return false;
    problem->source = arena_copy(&tally->arena, span_of(source), fault);
    problem->member = arena_copy(&tally->arena, span_of(member), fault);
    problem->sentence = arena_copy(&tally->arena, span_of(sentence), fault);
    return problem->source.bytes != NULL && problem->member.bytes != NULL &&
           problem->sentence.bytes != NULL;
}

static uint64_t limit_value(const struct limits *limits, enum limit_id id)
{
    switch (id) {
#define LIMIT_CASE(name, value, meaning)                                                           \
    case LIMIT_##name:                                                                             \
        return limits->name;
        LIMITS(LIMIT_CASE)
#undef LIMIT_CASE
    case LIMIT_COUNT:
        break;
    }
    return 0;
}

static bool hit_limit(struct tally *tally, struct report_limit *limit, enum limit_id id,
                      struct span source, struct span member, struct fault *fault)
{
    if (limit->times++ > 0)
        return true;
    limit->name = limit_name(id);
    limit->meaning = limit_meaning(id);
    limit->value = limit_value(tally->options.limits, id);
    limit->source = arena_copy(&tally->arena, source, fault);
    limit->member = arena_copy(&tally->arena, member, fault);
    return limit->source.bytes != NULL && limit->member.bytes != NULL;
}

bool tally_note_limit(struct tally *tally, enum limit_id id, struct span source, struct span member,
                      struct fault *fault)
{
    return hit_limit(tally, &tally->limits_hit[id], id, source, member, fault);
}

bool tally_note_undecided(struct tally *tally, const char *grammar, const char *rule,
                          struct span source, struct span member, struct fault *fault)
{
    uint64_t seed = tally->options.seed;
    uint64_t key = hash_mix(hash_span(span_of(grammar), seed), hash_span(span_of(rule), seed));
    bool is_new;
    struct report_limit *limit = hash_array_add(&tally->undecided, key, &is_new, fault);
    if (limit == NULL)
        return false;
    limit->grammar = grammar;
    limit->rule = rule;
    return hit_limit(tally, limit, LIMIT_max_regex_steps, source, member, fault);
}
