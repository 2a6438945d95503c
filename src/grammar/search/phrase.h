/* A message prepared for searching: the word to scan for, and the parts to compare around it. */
#ifndef MARSIFT_GRAMMAR_SEARCH_PHRASE_H
#define MARSIFT_GRAMMAR_SEARCH_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"
#include "grammar/search/phrase_variants.h"

/* A message and its anchor: a run of characters that is the same in every spelling, without a blank
 * and without a place where blanks may be left out. */
struct phrase {
    struct span anchor; /* the longest run, until phrase_anchor_choose */
    size_t anchor_part; /* index of the part that holds it */
    size_t part_count;
    struct phrase_variants *parts;
};

/* Prepares `message`, which is lent until phrase_release. False without memory. */
bool phrase_prepare(struct phrase *phrase, struct span message, struct fault *fault);
void phrase_release(struct phrase *phrase);

/* A candidate for the anchor. Start as `struct phrase_run run = {0};`. */
struct phrase_run {
    struct span text;
    size_t part;
    size_t next; /* offset in `part` after the run */
};

/* Advances to the next run of the message; false at the end. */
bool phrase_next_run(const struct phrase *phrase, struct phrase_run *run);

/* True if the message occurs in `text` with its anchor right before `anchor_end`: from `*start` up
 * to `*end`. Reads no more than the length of the message and the blanks in between. */
bool phrase_matches_at(const struct phrase *phrase, struct span text, size_t anchor_end,
                       size_t *start, size_t *end);

#endif
