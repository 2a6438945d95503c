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
struct wording {
    struct span anchor;
    size_t anchor_part;
    size_t part_count;
    struct spelling *parts;
};

/* Prepares `message`, lent until wording_release. False without memory. */
bool wording_prepare(struct wording *wording, struct span message, struct fault *fault);
void wording_release(struct wording *wording);

/* A run that may be the anchor. Start as `struct wording_run run = {0};`. */
struct wording_run {
    struct span text;
    size_t part;
    size_t next; /* where to look for the next one in `part` */
};

/* The next run of the message; false at the end. */
bool wording_next_run(const struct wording *wording, struct wording_run *run);

/* Whether the message stands in `text` with its anchor before `anchor_end`: from `*start` up to
 * `*end`. Costs no more than the message is long, and the blanks in between. */
bool wording_stands(const struct wording *wording, struct span text, size_t anchor_end,
                    size_t *start, size_t *end);

#endif
