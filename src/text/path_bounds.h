/* Decides whether words in a text are part of a path. */
#ifndef MARSIFT_TEXT_PATH_BOUNDS_H
#define MARSIFT_TEXT_PATH_BOUNDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* True if the bytes of `text` from `start` to before `end` are inside a path with a root (X:\ or
 * \\server): between its quotes, right after a separator, or before its extension. Where a path
 * without quotes ends is a guess: at a character that no path has, at the end of a sentence, or
 * after an extension. Searches at most a kilobyte on both sides. */
bool path_bounds_contain(struct span text, size_t start, size_t end);

#endif
