/* A dialect made ready for matching: its rules behind a prefilter, and the known messages. */
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

/* Numbers of rules, ascending. */
struct rule_list {
    uint32_t *rules;
    size_t count;
};

/* Immutable after rule_index_open: any thread may read it. */
struct rule_index {
    const struct dialect *dialect;
    struct scanner_literal *literals; /* of the rules, each once */
    struct rule_list *wanting;        /* for each of them: who needs it */
    size_t literal_count;
    struct rule_list always;   /* that have a pattern and no literal: to be tried on every record */
    struct rule_list patterns; /* all that have a pattern */
    struct rule_list rest;     /* without a pattern: they take what is left at their levels */
    struct literal_scanner *scanner; /* of the literals */
    struct lazy_scanner *messages;   /* lent; NULL: none are known */
    bool has_shortcuts;
};

/* `messages` are what diagnosis knows, longest first, whose index travels in event.literal. Dialect
 * and messages are lent until rule_index_close. Without shortcuts every rule is tried on every
 * record and everything is done by patterns: the same events, slower. NULL with the fault set. */
struct rule_index *rule_index_open(const struct dialect *dialect, struct lazy_scanner *messages,
                                   bool has_shortcuts, struct fault *fault);
void rule_index_close(struct rule_index *rule_index);

#endif
