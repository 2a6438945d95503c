/* Everything that a run loads before it reads: the catalog, the dialects, and a rule index for each
 * dialect, built from both when the first log needs it. */
#ifndef MARSIFT_ENGINE_RULESET_H
#define MARSIFT_ENGINE_RULESET_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/fault.h"
#include "base/limits.h"
#include "catalog/catalog.h"
#include "grammar/dialect_set.h"
#include "grammar/match/matcher.h"
#include "grammar/search/lazy_scanner.h"
#include "input/structured/title_index.h"

struct ruleset {
    struct catalog *catalog;
    struct dialect_set dialects;
    struct rule_index **rule_indexes; /* by index of dialect; each NULL until it is needed */
    pthread_mutex_t rule_index_lock;
    const struct record_titles **titles; /* by index of dialect */
    struct title_index title_index;      /* of these */
    bool without_prefilter;              /* --no-prefilter: set before ruleset_open */
    struct scanner_literal *messages;    /* the catalog's message patterns */
    size_t message_count;
    struct lazy_scanner message_scanner; /* of these; unset while `messages` is NULL */
    struct arena arena;                  /* names and texts of the user's grammar files */
};

/* Loads the built-in files, then the user's. Start as `struct ruleset ruleset = {0};`, end with
 * ruleset_close, also after a fault. A file that cannot be read is a FAULT_READ, a wrong one a
 * FAULT_GRAMMAR or FAULT_CATALOG. */
bool ruleset_open(struct ruleset *ruleset, const char *const *grammars, size_t grammar_count,
                  const char *const *catalogs, size_t catalog_count, const struct limits *limits,
                  struct fault *fault);
void ruleset_close(struct ruleset *ruleset);

/* Returns the rule index of dialect number `index` and builds it at its first use. Belongs to the
 * ruleset. Any thread may call it. NULL with the fault set. */
struct rule_index *ruleset_rule_index(struct ruleset *ruleset, size_t index, struct fault *fault);

#endif
