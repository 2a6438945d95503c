/* What a run knows before it reads anything: the catalog, the dialects, and the rulebooks made of
 * both as logs ask for them. */
#ifndef MARSIFT_ENGINE_RULESET_H
#define MARSIFT_ENGINE_RULESET_H

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

struct ruleset {
    struct catalog *catalog;
    struct dialect_set dialects;
    struct rule_index **rulebooks;    /* by number of dialect; NULL until a log asks for it */
    bool without_prefilter;           /* --no-prefilter: set before ruleset_open */
    struct scanner_literal *messages; /* the catalog's fragments */
    size_t message_count;
    struct lazy_scanner message_scanner; /* of these, when `messages` is set */
    struct arena arena;                  /* the text of the user's grammar files */
};

/* Loads the built-in files, then the user's. Start as `struct library library = {0};`, end with
 * ruleset_close, also after a fault. */
bool ruleset_open(struct ruleset *ruleset, const char *const *grammars, size_t grammar_count,
                  const char *const *catalogs, size_t catalog_count, const struct limits *limits,
                  struct fault *fault);
void ruleset_close(struct ruleset *ruleset);

/* Adds the grammar file `path` to the dialects. */
bool ruleset_add_grammar(struct ruleset *ruleset, const char *path, const struct limits *limits,
                         struct fault *fault);

/* The rulebook of dialect number `index`, made at its first use. NULL with the fault set. */
struct rule_index *ruleset_rulebook(struct ruleset *ruleset, size_t index, struct fault *fault);

#endif
