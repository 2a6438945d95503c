/* Texts that no dialect knows, and that hold words of the agent all the same: a mail or a
 * transcript into which somebody copied a message of the console. */
#ifndef MARSIFT_ENGINE_MESSAGE_PROBE_H
#define MARSIFT_ENGINE_MESSAGE_PROBE_H

#include <stdbool.h>

#include "engine/ruleset.h"

struct listening;

/* `library` and `limits` are lent until listening_close. NULL with the fault set. */
struct listening *listening_open(struct library *library, const struct limits *limits,
                                 struct fault *fault);
void listening_close(struct listening *listening);

/* The dialect of messages when a line of `head` holds a message of the agent, as a sentence of its
 * own or beside the agent's name. Else NULL: a number, a symbol, what others say as well, and a
 * phrase inside another sentence are no evidence. False with a fault only. */
bool listening_dialect(struct listening *listening, const struct block *head,
                       const struct dialect **dialect, struct fault *fault);

#endif
