#include "engine/matcher_pool.h"

#include "base/memory.h"

bool matcher_pool_open(struct matcher_pool *pool, struct ruleset *ruleset,
                       const struct limits *limits, size_t threads, struct fault *fault)
{
    *pool = (struct matcher_pool){.ruleset = ruleset, .limits = limits, .threads = threads};
    pool->matchers =
        memory_allocate(threads * ruleset->dialects.count, sizeof *pool->matchers, fault);
    return pool->matchers != NULL;
}

void matcher_pool_close(struct matcher_pool *pool)
{
    size_t count = pool->matchers ? pool->threads * pool->ruleset->dialects.count : 0;
    for (size_t i = 0; i < count; i++)
        matcher_close(pool->matchers[i]);
    memory_free(pool->matchers);
}

struct matcher *matcher_pool_lend(void *context, size_t thread, size_t dialect_index,
                                  struct fault *fault)
{
    struct matcher_pool *pool = context;
    struct matcher **matcher =
        &pool->matchers[thread * pool->ruleset->dialects.count + dialect_index];
    if (*matcher != NULL)
        return *matcher;
    const struct rule_index *rule_index = ruleset_rule_index(pool->ruleset, dialect_index, fault);
    if (rule_index != NULL)
        *matcher = matcher_open(rule_index, pool->limits, fault);
    return *matcher;
}
