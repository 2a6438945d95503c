/* Recognises what lines of manuals, guides and tables of codes look like. */
#ifndef MARSIFT_TEXT_MANUAL_LINE_H
#define MARSIFT_TEXT_MANUAL_LINE_H

#include <stdbool.h>

#include "base/span.h"

enum manual_heading { MANUAL_NO_HEADING, MANUAL_CAUSE, MANUAL_REMEDY };

/* "## Cause", "Lösung", "**Solution**: run it again", 「対処方法」. `*is_label` is true if a text
 * follows on the line. */
enum manual_heading manual_line_heading(struct span line, bool *is_label);

/* True for a table's heading of errors and what they mean or what to do: "| Error | Workaround |".
 * One with times, servers or jobs is that of a report. */
bool manual_line_is_table_head(struct span line);

/* True for "1. Open the console", "- Stellen Sie sicher ...", 「2. ...を開きます。」. */
bool manual_line_is_step(struct span line);

/* True if the line names its own text: "This article ...", "Next steps", "Ce guide ...". */
bool manual_line_names_itself(struct span line);

/* True if the line speaks of what may happen to its readers: "If you ...", "you can ...". */
bool manual_line_addresses_reader(struct span line);

#endif
