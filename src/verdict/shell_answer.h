/* Recognises what the shell says to a command of its own, in a transcript of a console. */
#ifndef MARSIFT_VERDICT_SHELL_ANSWER_H
#define MARSIFT_VERDICT_SHELL_ANSWER_H

#include <stdbool.h>

#include "base/span.h"
#include "catalog/catalog.h"

/* True for two lines, "C:\>dir Z:" and a message of the system alone. Grammars join these only if
 * the command looks at files. */
bool shell_answer_is(const struct catalog *catalog, struct span text);

#endif
