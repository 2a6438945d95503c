/* Objects of a search, of which each has the line that was found as one of its properties: what
 * Select-String gives as a list, as CSV or as JSON, and tables of log servers with a column of raw
 * lines. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_MATCH_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/wrapper/wrapper_step.h"

enum match_part { MATCH_NONE, MATCH_LINE, MATCH_REST };

/* Finds how the lines hold such objects in rows or lists: false if they do not. */
bool wrapper_match_find(const struct span *lines, size_t count, struct wrapper_step *step);

/* The same of JSON with a property in each line. */
bool wrapper_match_find_json(const struct span *lines, size_t count, struct wrapper_step *step);

/* True if a step is of a list, whose values a screen may break. */
bool wrapper_match_is_list(const struct wrapper_step *step);

/* Writes the line that was found if this one has it, or the rest of it, and nothing for the other
 * properties. The caller keeps `*part` from line to line and starts with MATCH_NONE; it says what
 * was written. `*is_written` is set to false if the line is no part of an object. False without
 * memory. */
bool wrapper_match_write(const struct wrapper_step *step, struct span text, enum match_part *part,
                         struct buffer *out, bool *is_written, struct fault *fault);

/* True if a blank is lost between a part of a line in a list and the next part. */
bool wrapper_match_lost_blank(const struct wrapper_step *step, struct span part, struct span next);

/* Sets `file` to the name of the file that the line of this row was found in, or if the step
 * `has_host`, of the host; false if none stands in it. Lent by `row`. */
bool wrapper_match_file(const struct wrapper_step *step, struct span row, struct span *file);

#endif
