/* The words by which programs call a level in other languages: "Fehler" for "Error". */
#ifndef MARSIFT_GRAMMAR_LEVEL_WORDS_H
#define MARSIFT_GRAMMAR_LEVEL_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "grammar/dialect_source.h"

/* Sets `*levels` to the levels of the rule, each followed by its words in `dialect`. The array is
 * the caller's, to free with memory_free, its strings are lent; NULL if the rule has no level.
 * False without memory. */
bool level_words_expand(const struct dialect_source *dialect, const struct rule_source *rule,
                        char ***levels, size_t *level_count, struct fault *fault);

#endif
