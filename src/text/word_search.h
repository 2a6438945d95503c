/* Texts compared as people type them: case does not count, nor do blanks inside Japanese text, nor
 * whether words are parted by a blank, a hyphen or an underscore. */
#ifndef MARSIFT_TEXT_WORD_SEARCH_H
#define MARSIFT_TEXT_WORD_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* A blank, tab, hyphen or underscore. */
bool word_search_is_separator(char byte);

/* Equality that ignores case (of ASCII letters) and every separator: "temp files" is "Temp-Files".
 */
bool word_search_equals(struct span a, struct span b);

/* Whether `word` stands somewhere in `text`, case folded. Any run of blanks in both is one blank; a
 * blank after a character that is not ASCII is none. False for an empty word. */
bool word_search_contains(struct span text, struct span word);

/* The same, and where it stands first: from `start` to before `end`. */
bool word_search_find(struct span text, struct span word, size_t *start, size_t *end);

/* Whether the word stands at `at`, which is then moved behind it. */
bool word_search_has_at(struct span text, size_t *at, struct span word);

#endif
