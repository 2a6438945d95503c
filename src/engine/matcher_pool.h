/* The matchers of all threads, made when one is needed. */
#ifndef MARSIFT_ENGINE_MATCHER_POOL_H
#define MARSIFT_ENGINE_MATCHER_POOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/limits.h"
#include "engine/ruleset.h"
#include "grammar/match/matcher.h"

/* Start with zeros. */
struct matcher_pool {
    struct ruleset *ruleset;
    const struct limits *limits;
    size_t threads;
    struct pattern_scratch **patterns; /* by thread; NULL until one is needed */
    struct matcher **matchers;         /* [thread][dialect]; likewise */
};

/* `ruleset` and `limits` are lent until matcher_pool_close, which may follow a fault. False without
 * memory. */
bool matcher_pool_open(struct matcher_pool *pool, struct ruleset *ruleset,
                       const struct limits *limits, size_t threads, struct fault *fault);
void matcher_pool_close(struct matcher_pool *pool);

/* The `lend` of a matcher_lender, whose context is the pool: the matcher of the dialect for this
 * thread, which alone uses it. NULL with the fault set. */
struct matcher *matcher_pool_lend(void *pool, size_t thread, size_t dialect_index,
                                  struct fault *fault);

#endif
