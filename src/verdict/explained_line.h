/* Recognises lines that explain a failure and report none: of manuals, change logs, programs,
 * settings and questions. */
#ifndef MARSIFT_VERDICT_EXPLAINED_LINE_H
#define MARSIFT_VERDICT_EXPLAINED_LINE_H

#include <stdbool.h>

#include "base/span.h"

/* True if the form of the line says that it explains: what was fixed, a condition, a meaning, a row
 * of a table of codes, a template, source code, a setting or a question. What a person says of an
 * own failure ("when I start it, my backup fails") explains nothing. */
bool explained_line_is(struct span line);

/* True for a text with a place for a value, "%1" or "{0}", that nobody filled in. */
bool explained_line_is_template(struct span text);

#endif
