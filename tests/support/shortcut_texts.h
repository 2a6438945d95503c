/* Texts at the limits of the fast paths, and random mutations of texts, for tests. */
#ifndef MARSIFT_TESTS_SHORTCUT_TEXTS_H
#define MARSIFT_TESTS_SHORTCUT_TEXTS_H

#include <stddef.h>
#include <stdint.h>

enum { SHORTCUT_TEXT_BYTES = 2048 };

/* Lines that columns, shapes or quick patterns barely match or barely miss; ends with NULL. */
extern const char *const shortcut_texts[];

/* Returns a pseudo-random number below `bound`. */
uint64_t shortcut_texts_draw(uint64_t *state, uint64_t bound);

/* Edits `text`, which has room for SHORTCUT_TEXT_BYTES, in a few places. Returns the new length. */
size_t shortcut_texts_mutate(char *text, size_t length, uint64_t *state);

#endif
