#include "tally/source_counts.h"

#include "base/hash.h"
#include "base/memory.h"

void source_counts_open(struct source_counts *sources, const struct limits *limits, uint64_t seed)
{
    *sources = (struct source_counts){.limits = limits,
                                      .seed = seed,
                                      .skipped.item_bytes = sizeof(struct report_skipped),
                                      .problems.item_bytes = sizeof(struct report_problem),
                                      .unparsed.item_bytes = sizeof(struct report_unparsed),
                                      .limited_rules.item_bytes = sizeof(struct report_limit)};
}

void source_counts_release(struct source_counts *sources)
{
    hash_array_release(&sources->skipped);
    hash_array_release(&sources->problems);
    hash_array_release(&sources->unparsed);
    hash_array_release(&sources->limited_rules);
    memory_free(sources->logs);
}

struct tally_log *source_counts_add_log(struct source_counts *sources, struct arena *arena,
                                        struct fault *fault)
{
    void *logs = sources->logs;
    if (!memory_reserve(&logs, &sources->log_capacity, sources->log_count + 1,
                        sizeof *sources->logs, fault))
        return NULL;
    sources->logs = logs;
    struct tally_log *log = arena_allocate(arena, 1, sizeof *log, fault);
    if (log == NULL)
        return NULL;
    log->index = sources->log_count;
    sources->logs[sources->log_count++] = log;
    return log;
}

static bool copy_texts(struct arena *arena, struct span *const *texts, size_t count,
                       struct fault *fault)
{
    for (size_t i = 0; i < count; i++) {
        *texts[i] = arena_copy(arena, *texts[i], fault);
        if (texts[i]->bytes == NULL)
            return false;
    }
    return true;
}

bool source_counts_note_skipped(struct source_counts *sources, struct arena *arena,
                                const struct report_skipped *skipped, struct fault *fault)
{
    struct report_skipped *copy = hash_array_append(&sources->skipped, fault);
    if (copy == NULL)
        return false;
    *copy = *skipped;
    return copy_texts(arena, (struct span *[]){&copy->source, &copy->member, &copy->detail}, 3,
                      fault);
}

bool source_counts_note_problem(struct source_counts *sources, struct arena *arena,
                                const struct report_problem *problem, struct fault *fault)
{
    struct report_problem *copy = hash_array_append(&sources->problems, fault);
    if (copy == NULL)
        return false;
    *copy = *problem;
    return copy_texts(arena, (struct span *[]){&copy->source, &copy->member, &copy->sentence}, 3,
                      fault);
}

static uint64_t limit_value(const struct limits *limits, enum limit_id id)
{
    switch (id) {
#define LIMIT_CASE(name, value, ...)                                                               \
    case LIMIT_##name:                                                                             \
        return limits->name;
        LIMITS(LIMIT_CASE)
#undef LIMIT_CASE
    case LIMIT_COUNT:
        break;
    }
    return 0;
}

static bool hit_limit(const struct limits *limits, struct arena *arena, struct report_limit *limit,
                      enum limit_id id, struct span source, struct span member, struct fault *fault)
{
    if (limit->times++ > 0)
        return true;
    limit->name = limit_name(id);
    limit->meaning = limit_meaning(id, LANGUAGE_EN);
    limit->value = limit_value(limits, id);
    limit->source = source;
    limit->member = member;
    return copy_texts(arena, (struct span *[]){&limit->source, &limit->member}, 2, fault);
}

bool source_counts_note_limit(struct source_counts *sources, struct arena *arena, enum limit_id id,
                              struct span source, struct span member, struct fault *fault)
{
    return hit_limit(sources->limits, arena, &sources->limits_hit[id], id, source, member, fault);
}

bool source_counts_note_limited_rule(struct source_counts *sources, struct arena *arena,
                                     const char *grammar, const char *rule, struct span source,
                                     struct span member, struct fault *fault)
{
    uint64_t seed = sources->seed;
    uint64_t key = hash_mix(hash_span(span_of(grammar), seed), hash_span(span_of(rule), seed));
    bool is_new;
    struct report_limit *limit = hash_array_add(&sources->limited_rules, key, &is_new, fault);
    if (limit == NULL)
        return false;
    limit->grammar = grammar;
    limit->rule = rule;
    return hit_limit(sources->limits, arena, limit, LIMIT_max_regex_steps, source, member, fault);
}
