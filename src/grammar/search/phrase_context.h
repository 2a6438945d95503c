/* Whether a text that holds a message says it. */
#ifndef MARSIFT_GRAMMAR_SEARCH_PHRASE_CONTEXT_H
#define MARSIFT_GRAMMAR_SEARCH_PHRASE_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* Whether the message from `start` up to `end` of `text` is neither part of a file's name, nor what
 * a statistic has counted none of ("failed: 0"), nor the name of a setting ("limit = 1000"). */
bool phrase_is_asserted(struct span text, size_t start, size_t end);

#endif
