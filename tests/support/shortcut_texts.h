/* Texts at the limits of the fast paths, and mutations of any text, for tests. */
#ifndef MARSIFT_TESTS_SHORTCUT_TEXTS_H
#define MARSIFT_TESTS_SHORTCUT_TEXTS_H

#include <stddef.h>
#include <stdint.h>

enum { SHORTCUT_TEXT_BYTES = 2048 };

/* Lines that columns, shapes or quick patterns just fit or just do not fit; ends with NULL. */
extern const char *const shortcut_texts[];

/* Returns a pseudo-random number below `bound`. */
uint64_t shortcut_texts_draw(uint64_t *state, uint64_t bound);

/* Changes a few places of `text`, which has room for SHORTCUT_TEXT_BYTES. Returns the new length.
 */
size_t shortcut_texts_mutate(char *text, size_t length, uint64_t *state);

#endif
