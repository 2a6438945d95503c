/* Where a console or a mail wrapped its sentences: a line that fills the width without an end of a
 * sentence, and one that begins nothing of its own, are one. */
#ifndef MARSIFT_INPUT_WRAPPER_SENTENCE_BREAK_H
#define MARSIFT_INPUT_WRAPPER_SENTENCE_BREAK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "input/wrapper/wrapper_step.h"

/* Finds the width by the lines at the head of a log. False if no sentence is proved to be wrapped,
 * by a line that begins with a small letter or in the middle of a word, or one that ends with an
 * article or the like. */
bool sentence_break_find(const struct span *lines, size_t count, struct wrapper_step *step);

/* True if `next` is the rest of `line`. `is_word`: a blank was between them. */
bool sentence_break_is_between(const struct wrapper_step *step, struct span line, struct span next,
                               bool *is_word);

#endif
