/* How wide texts are on a screen. */
#ifndef MARSIFT_INPUT_WRAPPER_SCREEN_WIDTH_H
#define MARSIFT_INPUT_WRAPPER_SCREEN_WIDTH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* Returns how many columns the text takes, tabs included. */
size_t screen_width_of(struct span text);

/* True if the text begins with a character of two columns. */
bool screen_width_begins_wide(struct span text);

/* True if the text, valid UTF-8, ends with a character of two columns. */
bool screen_width_ends_wide(struct span text);

#endif
