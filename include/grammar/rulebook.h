/* A dialect made ready for matching: its rules and the known messages behind one prefilter. */
#ifndef MARSIFT_GRAMMAR_RULEBOOK_H
#define MARSIFT_GRAMMAR_RULEBOOK_H

#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"
#include "grammar/dialect.h"
#include "grammar/scanner.h"

/* Immutable after rulebook_open: any thread may read it. */
struct rulebook {
    const struct dialect *dialect;
    struct scanner_literal *literals; /* those of the rules, then the known messages */
    uint32_t *rule_of_literal;        /* for the first `rule_literal_count` of them */
    size_t rule_literal_count;
    struct scanner *scanner;
};

/* `messages` are what diagnosis knows, longest first, whose index travels in
 * event.literal. Dialect and messages are lent until rulebook_close. NULL with the fault set. */
struct rulebook *rulebook_open(const struct dialect *dialect,
                               const struct scanner_literal *messages, size_t message_count,
                               struct fault *fault);
void rulebook_close(struct rulebook *rulebook);

#endif
