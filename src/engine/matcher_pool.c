#include "engine/matcher_pool.h"

#include "base/memory.h"

bool matcher_pool_open(struct matcher_pool *pool, struct ruleset *ruleset,
                       const struct limits *limits, size_t threads, struct fault *fault)
{
    *pool = (struct matcher_pool){.ruleset = ruleset, .limits = limits, .threads = threads};
    pool->patterns = memory_allocate(threads, sizeof(struct pattern_scratch *), fault);
    pool->matchers =
        memory_allocate(threads * ruleset->dialects.count, sizeof *pool->matchers, fault);
    return pool->patterns != NULL && pool->matchers != NULL;
}

void matcher_pool_close(struct matcher_pool *pool)
{
    size_t count = pool->matchers ? pool->threads * pool->ruleset->dialects.count : 0;
    for (size_t i = 0; i < count; i++)
        matcher_close(pool->matchers[i]);
    for (size_t i = 0; pool->patterns != NULL && i < pool->threads; i++)
        pattern_scratch_close(pool->patterns[i]);
    memory_free(pool->matchers);
    memory_free(pool->patterns);
}

/* The scratch memory of a thread: each reserves address space for the stack of machine code. */
static struct pattern_scratch *patterns_of(struct matcher_pool *pool, size_t thread,
                                           struct fault *fault)
{
    struct pattern_scratch **patterns = &pool->patterns[thread];
    if (*patterns == NULL)
        *patterns = pattern_scratch_open(pool->limits->max_regex_steps, fault);
    return *patterns;
}

struct matcher *matcher_pool_lend(void *context, size_t thread, size_t dialect_index,
                                  struct fault *fault)
{
    struct matcher_pool *pool = context;
    struct matcher **matcher =
        &pool->matchers[thread * pool->ruleset->dialects.count + dialect_index];
    if (*matcher != NULL)
        return *matcher;
    struct pattern_scratch *patterns = patterns_of(pool, thread, fault);
    const struct rule_index *rule_index =
        patterns ? ruleset_rule_index(pool->ruleset, dialect_index, fault) : NULL;
    if (rule_index != NULL)
        *matcher = matcher_open(rule_index, pool->limits, patterns, fault);
    return *matcher;
}
