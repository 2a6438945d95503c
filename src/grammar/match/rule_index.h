/* The rules of a dialect, indexed by the literals that they require, and the messages to find. */
#ifndef MARSIFT_GRAMMAR_MATCH_RULE_INDEX_H
#define MARSIFT_GRAMMAR_MATCH_RULE_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"
#include "grammar/dialect.h"
#include "grammar/search/lazy_scanner.h"
#include "grammar/search/literal_scanner.h"

/* Indexes of rules, ascending. */
struct rule_list {
    uint32_t *rules;
    size_t count;
};

/* Immutable after rule_index_open: any thread may read it. */
struct rule_index {
    const struct dialect *dialect;
    struct scanner_literal *literals;   /* of all rules, each literal once */
    struct rule_list *rules_of_literal; /* by literal: the rules that require it */
    size_t literal_count;
    struct rule_list always;   /* a pattern without required literals: tried on every record */
    struct rule_list patterns; /* all rules with a pattern */
    struct rule_list rest;     /* no pattern: they take what is left at their levels */
    struct literal_scanner *scanner; /* of the literals */
    struct lazy_scanner *messages;   /* lent; NULL: none to find */
    bool uses_fast_paths;
};

/* Indexes the rules of `dialect`. `messages` are the catalog's, longest first; event.literal is an
 * index into them. Both are lent until rule_index_close. Without fast paths every rule is tried on
 * every record and patterns do everything: the same events, slower. NULL with the fault set. */
struct rule_index *rule_index_open(const struct dialect *dialect, struct lazy_scanner *messages,
                                   bool uses_fast_paths, struct fault *fault);
void rule_index_close(struct rule_index *rule_index);

/* Returns the rule that takes what is left at `level`, or NULL. */
const struct rule *rule_index_rest_at(const struct rule_index *rule_index, struct span level);

#endif
