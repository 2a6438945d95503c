/* Decides whether a message that other programs print, too, comes from the agent here. */
#ifndef MARSIFT_VERDICT_MESSAGE_ORIGIN_H
#define MARSIFT_VERDICT_MESSAGE_ORIGIN_H

#include <stdbool.h>

#include "base/span.h"

/* True if `message` ("Authentication Failed") occurs in `text` as a sentence, cell or item of its
 * own, or if it occurs there and the text names the agent. */
bool message_origin_is_agent(struct span text, struct span message);

#endif
