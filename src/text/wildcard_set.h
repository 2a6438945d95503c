/* Wildcards of which one is to fit, and what they need together: one look at a text tells nearly
 * always that none does. */
#ifndef MARSIFT_TEXT_WILDCARD_SET_H
#define MARSIFT_TEXT_WILDCARD_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "text/wildcard.h"

/* What the texts that some patterns fit have; each pattern is in one of the sets. Start as
 * `= {0}`. */
struct wildcard_needs {
    struct wildcard_numbers root_starts; /* behind the backslash that follows drive or volume */
    struct wildcard_numbers starts;      /* behind any backslash */
    struct wildcard_numbers endings;
    uint64_t lasts[4];  /* last bytes */
    uint64_t firsts[4]; /* first bytes */
    bool has_free;      /* some pattern needs nothing of that */
};

void wildcard_needs_add(struct wildcard_needs *needs, const struct wildcard *wildcard);

/* False: none of the patterns fits the text, whose root is as wildcard_root_length says. */
bool wildcard_needs_are_met(const struct wildcard_needs *needs, struct span text, size_t root);

/* Start as `= {0}`, add all, then ask. */
struct wildcard_set {
    struct wildcard *patterns; /* lent; room for all that are added */
    size_t count;
    struct wildcard_needs needs;
};

void wildcard_set_add(struct wildcard_set *list, struct wildcard wildcard);

/* Whether one of the patterns fits the whole text. */
bool wildcard_set_fits(const struct wildcard_set *list, const struct wildcard_text *text);

#endif
