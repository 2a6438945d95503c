/* Words of a message that are spelt in more than one way: the names that the agent and its service
 * have had, and contracted verbs. */
#ifndef MARSIFT_GRAMMAR_SEARCH_PHRASE_VARIANTS_H
#define MARSIFT_GRAMMAR_SEARCH_PHRASE_VARIANTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* A part of a message: as it stands, or any of a NULL-terminated list of spellings. */
struct phrase_variants {
    struct span text;            /* a slice of the message */
    const char *const *variants; /* NULL: none but the text */
};

/* The part of `message` that begins at `at`, which moves behind it. The parts of a message follow
 * each other without a gap. False at the end. */
bool phrase_variants_next(struct span message, size_t *at, struct phrase_variants *part);

/* As loose_match_follows and loose_match_precedes, in any spelling. */
bool phrase_variants_follow(struct span text, const struct phrase_variants *part, size_t *at);
bool phrase_variants_precede(struct span text, const struct phrase_variants *part, size_t *at);

#endif
