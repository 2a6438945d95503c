/* Finds what to read in texts that no dialect matches: a mail or a transcript into which somebody
 * copied a message of the console, or the log of a tool that a snapshot failed for. */
#ifndef MARSIFT_ENGINE_MESSAGE_PROBE_H
#define MARSIFT_ENGINE_MESSAGE_PROBE_H

#include <stdbool.h>

#include "engine/ruleset.h"
#include "text/text_purpose.h"

/* The dialect that reads a line as one message of the console. */
#define MESSAGES_DIALECT "messages"

struct message_probe;

/* What is given is lent until message_probe_close. NULL with the fault set. */
struct message_probe *message_probe_open(struct ruleset *ruleset, const struct limits *limits,
                                         struct pattern_scratch *scratch, struct fault *fault);
void message_probe_close(struct message_probe *message_probe);

/* Sets `dialect` to that of any text (LAST_RESORT_DIALECT), which reads a text that the user names,
 * if `head` holds a failed file, a message of the agent, as a sentence of its own or beside the
 * agent's name, a record that a dialect finds anywhere, a failure with a code and the agent's name
 * in the first lines, or a failure of backups or snapshots: its record names what makes these, its
 * code is one of theirs, its line speaks of backups, or its code or number is a known one and the
 * lines around it do. Otherwise to NULL, and `*has_failure` says whether it holds a failure of
 * anything else. Numbers, symbols, words that other programs use too, reports of this one,
 * sentences that explain, and what the text's `purpose` makes an example are no evidence. False
 * only with the fault set. */
bool message_probe_dialect(struct message_probe *message_probe, const struct block *head,
                           enum text_purpose purpose, const struct dialect **dialect,
                           bool *has_failure, struct fault *fault);

#endif
