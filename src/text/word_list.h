/* Looks a text up in a list of words, without regard to the case of ASCII letters. */
#ifndef MARSIFT_TEXT_WORD_LIST_H
#define MARSIFT_TEXT_WORD_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* True if the text is one of the words. */
bool word_list_has(const char *const *words, size_t count, struct span text);

/* Returns the bytes of the first of the words that the text ends with; 0 if it ends with none. */
size_t word_list_end_of(const char *const *words, size_t count, struct span text);

/* True if the text ends with one of the words, and that is no part of a longer word. */
bool word_list_ends(const char *const *words, size_t count, struct span text);

#endif
