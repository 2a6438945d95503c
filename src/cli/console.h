/* Messages on stderr, a line each: "marsift: FILE: what happened", in `language` if there is a
 * translation. Control characters of the input are escaped, so that they cannot act on the
 * terminal.
 */
#ifndef MARSIFT_CLI_CONSOLE_H
#define MARSIFT_CLI_CONSOLE_H

#include "base/language.h"
#include "base/span.h"

/* Prints a message about the log or file named by `source` and `member`, which may be empty. */
void console_message_about(enum language language, struct span source, struct span member,
                           struct span sentence);

/* Prints "marsift: SENTENCE". */
void console_message(enum language language, struct span sentence);

#endif
