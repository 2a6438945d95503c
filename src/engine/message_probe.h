/* Finds the agent's messages in text that no dialect matches: a mail or a transcript into which
 * somebody copied a message of the console. */
#ifndef MARSIFT_ENGINE_MESSAGE_PROBE_H
#define MARSIFT_ENGINE_MESSAGE_PROBE_H

#include <stdbool.h>

#include "engine/ruleset.h"

/* The dialect that reads a line as one message of the console. */
#define MESSAGES_DIALECT "messages"

struct message_probe;

/* `ruleset` and `limits` are lent until message_probe_close. NULL with the fault set. */
struct message_probe *message_probe_open(struct ruleset *ruleset, const struct limits *limits,
                                         struct fault *fault);
void message_probe_close(struct message_probe *message_probe);

/* Sets `dialect` to the one named "messages" if a line of `head` holds a message of the agent, as a
 * sentence of its own or beside the agent's name, or a failure with a code that names what makes
 * backups or snapshots, and otherwise to NULL. A number, a symbol, words
 * that other programs use too, and a phrase inside another sentence are no evidence. False only
 * with the fault set. */
bool message_probe_dialect(struct message_probe *message_probe, const struct block *head,
                           const struct dialect **dialect, struct fault *fault);

#endif
