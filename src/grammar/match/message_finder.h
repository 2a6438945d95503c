/* Finds the catalog's message in a record. */
#ifndef MARSIFT_GRAMMAR_MATCH_MESSAGE_FINDER_H
#define MARSIFT_GRAMMAR_MATCH_MESSAGE_FINDER_H

#include <stdbool.h>

#include "base/fault.h"

struct event;
struct matcher;

/* Sets `event->literal` to the longest message that the record reports, if any. Skips records that
 * are harmless, frame, doubtful or a failed file, whose path may contain any words. False with the
 * fault set without memory. */
bool message_finder_run(struct matcher *matcher, struct event *event, struct fault *fault);

#endif
