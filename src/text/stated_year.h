/* Finds dates with a year in the words of a log whose own dates have none. */
#ifndef MARSIFT_TEXT_STATED_YEAR_H
#define MARSIFT_TEXT_STATED_YEAR_H

#include <stddef.h>

#include "base/datetime.h"
#include "base/span.h"

/* Returns the next date in the lines of `text`, from `*at` on, that is within a day of its line's
 * own date, which has no year, and moves `*at` to its end; unset if there is none. The lines that
 * tell until when a version is kept do not count: that may be the same day of another year. */
struct datetime stated_year_next(struct span text, size_t *at);

#endif
