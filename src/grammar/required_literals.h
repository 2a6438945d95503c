/* What a pattern cannot match without, for the prefilter. It must never be wrong, only missing. */
#ifndef MARSIFT_GRAMMAR_REQUIRED_LITERALS_H
#define MARSIFT_GRAMMAR_REQUIRED_LITERALS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

enum { MAX_LITERALS = 16 };

/* Start as `struct literals literals = {0};`. */
struct required_literals {
    struct buffer pool; /* their bytes */
    struct {
        size_t start;
        size_t length;
    } members[MAX_LITERALS];
    size_t count; /* 0: nothing is known to be needed */
};

/* Finds texts of at least three bytes of which every match of `expression` (PCRE2) contains at
 * least one, whatever its case: runs of literal characters, one for each of its alternatives where
 * it has some. False only without memory. */
bool required_literals_of_pattern(struct span expression, struct required_literals *literals,
                                  struct fault *fault);

/* Literal number `index`, lent by `literals`. */
struct span required_literals_at(const struct required_literals *literals, size_t index);

void required_literals_release(struct required_literals *literals);

#endif
