/* Searches for words as people type them: without regard to case, to blanks inside Japanese text,
 * and to whether a blank, a hyphen or an underscore separates words. */
#ifndef MARSIFT_TEXT_WORD_SEARCH_H
#define MARSIFT_TEXT_WORD_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* True for a blank, tab, CR, LF, hyphen or underscore. */
bool word_search_is_separator(char byte);

/* True if the texts are equal without their separators and the case of ASCII letters: "temp files"
 * is "Temp-Files". */
bool word_search_equals(struct span a, struct span b);

/* True if `text` contains `word`, without regard to the case of ASCII letters. Any run of blanks in
 * either is one blank; after a character that is not ASCII it is ignored. False for an empty word.
 */
bool word_search_contains(struct span text, struct span word);

/* The same, and stores the bounds of the first occurrence, from `*start` to before `*end`. */
bool word_search_find(struct span text, struct span word, size_t *start, size_t *end);

/* True if `text` contains one of the words at least. */
bool word_search_contains_any(struct span text, const char *const *words, size_t count);

/* True if `text` has `word` between bytes that are no part of words. */
bool word_search_has_word(struct span text, struct span word);

/* True if `text` has one of the words at least, each between bytes that are no part of words. */
bool word_search_has_any_word(struct span text, const char *const *words, size_t count);

/* True if `text` begins with `word`, which ends there; `*rest` is then what follows. */
bool word_search_begins_with(struct span text, const char *word, struct span *rest);

/* True if `text` continues with `word` at `*at`, which then moves to its end. */
bool word_search_has_at(struct span text, size_t *at, struct span word);

#endif
