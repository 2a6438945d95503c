/* Finds failure codes in a line of text. */
#ifndef MARSIFT_TEXT_CODE_SEARCH_H
#define MARSIFT_TEXT_CODE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* Finds the next failure code from `*at` on and moves `*at` after it. Only notations count that
 * are hardly anything else: eight hexadecimal digits with 0x, eight without in the facilities of
 * backups, and the decimal forms of such codes; each is a word of its own. False if there is none.
 */
bool code_search_next(struct span text, size_t *at, uint32_t *code);

#endif
