/* Compares texts loosely: without regard to the case of ASCII letters and to full width, where any
 * run of blanks, tabs and line ends equals any other. Next to a Japanese character blanks do not
 * count at all. */
#ifndef MARSIFT_TEXT_LOOSE_MATCH_H
#define MARSIFT_TEXT_LOOSE_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* Returns the length of the blank at `at`: 1 for a blank, tab, CR or LF, 3 for an ideographic
 * space, 0 for anything else. */
size_t loose_match_blank_bytes(struct span text, size_t at);

/* True if `text` continues with `wanted` at `*at`, which then moves to its end. */
bool loose_match_follows(struct span text, struct span wanted, size_t *at);

/* True if `wanted` ends in `text` at `*at`, which then moves to its start. */
bool loose_match_precedes(struct span text, struct span wanted, size_t *at);

/* True if no ASCII letter, digit or underscore touches the `length` bytes at `at`. */
bool loose_match_is_whole_word(struct span text, size_t at, size_t length);

#endif
