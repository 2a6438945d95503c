/* Finds literals that every match of a pattern contains, for the prefilter. It may find none; it
 * must never find a wrong one. */
#ifndef MARSIFT_GRAMMAR_REQUIRED_LITERALS_H
#define MARSIFT_GRAMMAR_REQUIRED_LITERALS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

enum { MAX_LITERALS = 128 };

/* Start as `struct required_literals literals = {0};`. */
struct required_literals {
    struct buffer pool; /* the bytes of the members */
    struct {
        size_t start;
        size_t length;
    } members[MAX_LITERALS];
    size_t count; /* 0: none found */
};

/* Finds texts of at least three bytes, one of which every match of `expression` (PCRE2) contains,
 * ignoring case: runs of literal characters, at least one for each of its alternatives. False only
 * without memory. */
bool required_literals_of_pattern(struct span expression, struct required_literals *literals,
                                  struct fault *fault);

/* Returns the literal at `index`, lent by `literals`. */
struct span required_literals_at(const struct required_literals *literals, size_t index);

void required_literals_release(struct required_literals *literals);

#endif
