/* Recognises sentences in which somebody speaks about an error, in a mail, a thread or an article.
 */
#ifndef MARSIFT_TEXT_PROSE_LINE_H
#define MARSIFT_TEXT_PROSE_LINE_H

#include <stdbool.h>

#include "base/span.h"

/* True if words for errors in the line are no report of one: "we never saw this failure before",
 * "then the backup fails", "steps to reproduce the failure:". False if the line says that something
 * went wrong, "our backup failed last night", whoever says it. */
bool prose_line_is(struct span line);

#endif
