/* Matches a block of lines: one event for every record, whatever its class, so that the lines of
 * all events add up to the lines of the block. */
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

/* The working memory of one thread for one rule index, which is lent until matcher_close, and so is
 * `patterns`: the scratch memory that the thread's matchers may share, since a match is copied out
 * of it at once. NULL: one of the matcher's own. NULL with the fault set. */
struct matcher;
struct matcher *matcher_open(const struct rule_index *rule_index, const struct limits *limits,
                             struct pattern_scratch *patterns, struct fault *fault);
void matcher_close(struct matcher *matcher);

/* Says which evidence (bits of enum evidence) the log has, for the rules that ask for some. A
 * matcher that was just opened takes it that the log has all. */
void matcher_set_evidence(struct matcher *matcher, unsigned evidence);

/* Receives every event, in the order of lines. The event is lent until the call returns. False
 * stops the matching; the receiver has set the fault. */
typedef bool (*event_receiver)(void *context, const struct event *event);

/* Matches all lines of `block`. `is_first`: the block opens its log; otherwise lines at its start
 * may continue a record of the block before, and are frame then. `may_merge`: harmless records in a
 * row may come as one event, with the fields of the last one. False with the fault set if memory
 * runs out or the receiver stops it. */
bool matcher_match(struct matcher *matcher, const struct block *block, bool is_first,
                   bool may_merge, event_receiver receiver, void *context, struct fault *fault);

/* Returns the fields of the last record of the block that was matched last, lent by that block and
 * the matcher; NULL if it had none. */
const struct span *matcher_last_record(const struct matcher *matcher);

#endif
