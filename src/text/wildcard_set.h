/* A set of wildcards, with a filter that rejects most of the texts that none of them matches. */
#ifndef MARSIFT_TEXT_WILDCARD_SET_H
#define MARSIFT_TEXT_WILDCARD_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "text/wildcard.h"

/* What texts must have to match one of some patterns; every pattern is in one of the members. May
 * accept a text that no pattern matches, never the reverse. Start as `= {0}`. */
struct wildcard_filter {
    struct wildcard_hashes root_starts; /* of the backslash after the drive or volume */
    struct wildcard_hashes starts;      /* of any backslash */
    struct wildcard_hashes endings;
    uint64_t lasts[4];  /* last bytes */
    uint64_t firsts[4]; /* first bytes */
    bool accepts_all;   /* some pattern requires none of these */
};

/* Adds a pattern: the filter accepts the texts that it matches, too. */
void wildcard_filter_add(struct wildcard_filter *filter, const struct wildcard *wildcard);

/* False if none of the patterns matches the text. `root_length` is wildcard_root_length of the
 * text. */
bool wildcard_filter_accepts(const struct wildcard_filter *filter, struct span text,
                             size_t root_length);

/* Start as `= {0}` with `patterns` set. */
struct wildcard_set {
    struct wildcard *patterns; /* lent; with room for all that are added */
    size_t count;
    struct wildcard_filter filter;
};

/* Adds a pattern. */
void wildcard_set_add(struct wildcard_set *set, struct wildcard wildcard);

/* True if one of the patterns matches the whole text. */
bool wildcard_set_matches(const struct wildcard_set *set, const struct wildcard_text *text);

#endif
