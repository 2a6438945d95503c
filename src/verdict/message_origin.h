/* Whether a text that holds a message of the agent says it of the agent. */
#ifndef MARSIFT_VERDICT_MESSAGE_ORIGIN_H
#define MARSIFT_VERDICT_MESSAGE_ORIGIN_H

#include <stdbool.h>

#include "base/span.h"

/* A message that other programs print as well ("Authentication Failed") counts in `text` when it is
 * a sentence, cell or item of its own there, or when the text names the agent. */
bool message_origin_is_agent(struct span text, struct span message);

#endif
