/* Recognises lines in which somebody speaks of what happened to them. */
#ifndef MARSIFT_TEXT_PERSONAL_LINE_H
#define MARSIFT_TEXT_PERSONAL_LINE_H

#include <stdbool.h>

#include "base/span.h"

/* True for "I get ...", "our server", "since yesterday", "Hallo", 「教えてください」. "We
 * recommend" and "I/O" are said by manuals, too. */
bool personal_line_is(struct span line);

/* True if the line has a time of day, as what happened has: "22:00". */
bool personal_line_has_clock(struct span line);

/* True if the line says where it happened: "Server: FS01". */
bool personal_line_names_host(struct span line);

#endif
