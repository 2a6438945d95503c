/* Signs that records may be among lines of another kind: cheap, so that it can be asked of every
 * line of a large log. */
#ifndef MARSIFT_INPUT_STRUCTURED_RECORD_SIGN_H
#define MARSIFT_INPUT_STRUCTURED_RECORD_SIGN_H

#include <stdbool.h>

#include "base/span.h"
#include "input/structured/title_index.h"

/* True if the line looks like the rule of a table, a known title with its value, a heading with
 * known titles, or the start of JSON or XML. That there is a record only the structured reader can
 * tell. */
bool record_sign_is_in_line(const struct title_index *index, struct span line);

#endif
