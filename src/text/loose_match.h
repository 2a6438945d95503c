/* Comparing texts where the case of ASCII letters does not count, nor whether a character of ASCII
 * has its full width, and a run of blanks stands for any run of blanks, tabs and line ends. Next to
 * a Japanese character blanks do not count at all. */
#ifndef MARSIFT_TEXT_LOOSE_MATCH_H
#define MARSIFT_TEXT_LOOSE_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* The bytes of the blank that begins at `at`: 1 for a blank, tab, CR or LF, 3 for the ideographic
 * one, 0 for anything else. */
size_t loose_match_blank_bytes(struct span text, size_t at);

/* Whether `wanted` stands in `text` from `*at` on, which moves behind it. */
bool loose_match_follows(struct span text, struct span wanted, size_t *at);

/* Whether `wanted` stands in `text` right before `*at`, which moves to its start. */
bool loose_match_precedes(struct span text, struct span wanted, size_t *at);

/* Whether no ASCII letter, digit or underscore touches the `length` bytes at `at`. */
bool loose_match_stands_alone(struct span text, size_t at, size_t length);

#endif
