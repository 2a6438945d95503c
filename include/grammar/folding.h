/* Comparing texts where the case of ASCII letters does not count and a run of blanks stands for any
 * run of blanks, tabs and line ends. */
#ifndef MARSIFT_GRAMMAR_FOLDING_H
#define MARSIFT_GRAMMAR_FOLDING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

char folding_lower(char byte);

/* Blank, tab, CR or LF. */
bool folding_is_blank(char byte);

/* Whether `wanted` stands in `text` from `*at` on, which moves behind it. */
bool folding_follows(struct span text, struct span wanted, size_t *at);

/* Whether `wanted` stands in `text` right before `*at`, which moves to its start. */
bool folding_precedes(struct span text, struct span wanted, size_t *at);

/* Whether no ASCII letter, digit or underscore touches the `length` bytes at `at`. */
bool folding_stands_alone(struct span text, size_t at, size_t length);

#endif
