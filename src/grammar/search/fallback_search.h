/* Searches for many texts at once without Vectorscan, ignoring the case of ASCII letters: for
 * machines that cannot run it, and for --no-prefilter. */
#ifndef MARSIFT_GRAMMAR_SEARCH_FALLBACK_SEARCH_H
#define MARSIFT_GRAMMAR_SEARCH_FALLBACK_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"

/* The texts sorted by their first byte in lower case. Start as
 * `struct fallback_search search = {0};`. */
struct fallback_search {
    const struct span *texts; /* lent; empty ones are never found */
    uint32_t *by_byte;        /* indexes of the texts */
    size_t starts[256 + 1];   /* by byte: where its texts begin in `by_byte` */
};

/* Indexes `texts`, which are lent until fallback_search_release. False without memory. */
bool fallback_search_prepare(struct fallback_search *search, const struct span *texts, size_t count,
                             struct fault *fault);
void fallback_search_release(struct fallback_search *search);

/* Receives the index of a text and the offset at which it ends; false stops the search. */
typedef bool (*fallback_search_receiver)(void *context, uint32_t index, size_t end);

/* Reports every occurrence, in the order of their starts. False if the receiver stopped it. */
bool fallback_search_run(const struct fallback_search *search, struct span text,
                         fallback_search_receiver receiver, void *context);

#endif
