/* Finding many texts at once without Vectorscan, whatever the case of their ASCII letters: for
 * machines that cannot run it, and for those who want to do without. */
#ifndef MARSIFT_GRAMMAR_SEARCH_FALLBACK_SEARCH_H
#define MARSIFT_GRAMMAR_SEARCH_FALLBACK_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"

/* The texts by their first bytes, letters small. Start as `struct fallback_search search = {0};`.
 */
struct fallback_search {
    const struct span *texts; /* lent; empty ones are never found */
    uint32_t *by_byte;
    size_t starts[257];
};

bool fallback_search_prepare(struct fallback_search *search, const struct span *texts, size_t count,
                             struct fault *fault);
void fallback_search_release(struct fallback_search *search);

/* Gets the number of a text and where it ends; false stops the search. */
typedef bool (*fallback_search_receiver)(void *context, uint32_t number, size_t end);

/* Finds all places, in the order of their starts. False when the receiver stopped it. */
bool fallback_search_run(const struct fallback_search *search, struct span text,
                         fallback_search_receiver receiver, void *context);

#endif
