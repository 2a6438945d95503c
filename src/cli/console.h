/* Messages to people, on stderr, a line each: "marsift: FILE: what happened". What comes from the
 * input is shown so that it cannot act on the terminal. */
#ifndef MARSIFT_CLI_CONSOLE_H
#define MARSIFT_CLI_CONSOLE_H

#include "base/span.h"

/* About the log or file that `source` and `member` (may be empty) name. */
void console_message_about(struct span source, struct span member, struct span sentence);

/* "marsift: SENTENCE". */
void console_message(struct span sentence);

#endif
