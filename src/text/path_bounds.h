/* Whether words in a text are part of the name of a file. */
#ifndef MARSIFT_TEXT_PATH_BOUNDS_H
#define MARSIFT_TEXT_PATH_BOUNDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* Whether the bytes from `start` up to `end` of `text` stand inside a path with a root (X:\ or
 * \\server): between its quotes, right behind a backslash, or before its extension. Nobody says
 * where a path without quotes ends; what a path cannot hold, the end of a sentence and an extension
 * do. Looks at no more than a kilobyte on both sides. */
bool path_bounds_contain(struct span text, size_t start, size_t end);

#endif
