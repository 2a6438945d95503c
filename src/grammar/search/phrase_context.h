/* Tells whether a text really reports a message that occurs in it. */
#ifndef MARSIFT_GRAMMAR_SEARCH_PHRASE_CONTEXT_H
#define MARSIFT_GRAMMAR_SEARCH_PHRASE_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* True unless the message from `start` up to `end` of `text` is part of a file's name, is something
 * that a statistic has counted none of ("failed: 0"), or names a setting ("limit = 1000"). */
bool phrase_is_asserted(struct span text, size_t start, size_t end);

#endif
