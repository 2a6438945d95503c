/* Words of a message that have several spellings: the names that the agent and its service have
 * had, and contracted verbs. */
#ifndef MARSIFT_GRAMMAR_SEARCH_PHRASE_VARIANTS_H
#define MARSIFT_GRAMMAR_SEARCH_PHRASE_VARIANTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* A part of a message: exactly `text`, or any of a list of spellings. */
struct phrase_variants {
    struct span text;            /* a slice of the message */
    const char *const *variants; /* NULL-terminated; NULL: none but the text */
};

/* Reads the part of `message` that begins at `*at`, and advances `*at` past it. The parts adjoin
 * each other without a gap. False at the end. */
bool phrase_variants_next(struct span message, size_t *at, struct phrase_variants *part);

/* Like loose_match_follows and loose_match_precedes, for any of the spellings. */
bool phrase_variants_follow(struct span text, const struct phrase_variants *part, size_t *at);
bool phrase_variants_precede(struct span text, const struct phrase_variants *part, size_t *at);

#endif
