/* From a block of lines to events: one for every record, whatever its class, so that the lines of
 * all events together are the lines of the block. */
#ifndef MARSIFT_GRAMMAR_MATCH_MATCHER_H
#define MARSIFT_GRAMMAR_MATCH_MATCHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/limits.h"
#include "base/span.h"
#include "grammar/event.h"
#include "grammar/match/rule_index.h"
#include "input/log.h"

/* The scratch of one thread for one rulebook. NULL with the fault set. */
struct matcher;
struct matcher *matcher_open(const struct rule_index *rule_index, const struct limits *limits,
                             struct fault *fault);
void matcher_close(struct matcher *matcher);

/* Gets every event, in the order of lines; lent until it returns. False stops the matching (the
 * receiver has set the fault). */
typedef bool (*event_receiver)(void *context, const struct event *event);

/* Matches all lines of `block`. `is_first` says that the block opens its log: otherwise lines at
 * its start may go on with a record of the block before, and are frame then. With `may_merge`,
 * harmless records in a row that nobody needs to see come as one event with the fields of the last
 * one. False with the fault set when memory fails, or when the receiver stopped it. */
bool matcher_match(struct matcher *matcher, const struct block *block, bool is_first,
                   bool may_merge, event_receiver receiver, void *context, struct fault *fault);

/* The fields of the last record of the block that was matched last, lent by that block and the
 * matcher; NULL when it had none. */
const struct span *matcher_last_record(const struct matcher *matcher);

#endif
