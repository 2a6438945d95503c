/* Which lines of a text one dialect may leave over for another one. */
#ifndef MARSIFT_ENGINE_LEFT_OVER_H
#define MARSIFT_ENGINE_LEFT_OVER_H

#include <stdbool.h>

#include "grammar/dialect.h"
#include "grammar/event.h"
#include "input/encoding/line_block.h"

/* False if all lines are the dialect's own: in traces, lists of files, and what a user's grammar
 * reads line by line. */
bool left_over_is_by(const struct dialect *dialect);

/* False for an event of `lines` that only its own dialect can read: a record with a time, and one
 * that was made of a table or list. A console's record is any line. */
bool left_over_may_be(const struct block *lines, const struct event *event);

#endif
