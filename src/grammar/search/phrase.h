/* A message prepared for finding it: the word to look for, and how to compare what is around it. */
#ifndef MARSIFT_GRAMMAR_SEARCH_PHRASE_H
#define MARSIFT_GRAMMAR_SEARCH_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"
#include "grammar/search/phrase_variants.h"

/* The anchor is the longest run of characters that is the same in every spelling and holds neither
 * a blank nor a place where blanks may be left out. */
struct phrase {
    struct span anchor;
    size_t anchor_part;
    size_t part_count;
    struct phrase_variants *parts;
};

/* Prepares `message`, lent until phrase_release. False without memory. */
bool phrase_prepare(struct phrase *phrase, struct span message, struct fault *fault);
void phrase_release(struct phrase *phrase);

/* A run that may be the anchor. Start as `struct phrase_run run = {0};`. */
struct phrase_run {
    struct span text;
    size_t part;
    size_t next; /* where to look for the next one in `part` */
};

/* The next run of the message; false at the end. */
bool phrase_next_run(const struct phrase *phrase, struct phrase_run *run);

/* Whether the message stands in `text` with its anchor before `anchor_end`: from `*start` up to
 * `*end`. Costs no more than the message is long, and the blanks in between. */
bool phrase_matches_at(const struct phrase *phrase, struct span text, size_t anchor_end,
                       size_t *start, size_t *end);

#endif
