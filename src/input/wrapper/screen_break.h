/* Where a screen or a mail broke lines that were too long for it: a line that fills the width, and
 * one that begins no record, are one. */
#ifndef MARSIFT_INPUT_WRAPPER_SCREEN_BREAK_H
#define MARSIFT_INPUT_WRAPPER_SCREEN_BREAK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "input/wrapper/wrapper_step.h"

/* Finds the width by the lines at the head of a log. False if they were not broken. */
bool screen_break_find(const struct span *lines, size_t count, struct wrapper_step *step);

/* True if `next` is the rest of `line`. `is_word`: the screen broke between words, and dropped the
 * blank. */
bool screen_break_is_between(const struct wrapper_step *step, struct span line, struct span next,
                             bool *is_word);

#endif
