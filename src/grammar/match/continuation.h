/* Decides which lines continue the record before them. */
#ifndef MARSIFT_GRAMMAR_MATCH_CONTINUATION_H
#define MARSIFT_GRAMMAR_MATCH_CONTINUATION_H

#include <stdbool.h>

struct event;
struct matcher;

/* Extends the record `event` by the lines after it that continue it. */
void continuation_extend(struct matcher *matcher, struct event *event);

/* Marks `event` as doubtful, and as unparsed, if it has no prefix and comes right after a harmless
 * record, which it may belong to. */
void continuation_mark_doubtful(const struct matcher *matcher, struct event *event);

/* Lets an event that no rule took continue the record before it: as a frame, or with `may_continue`
 * if that record is in the block before. `is_first`: the block opens its log. */
void continuation_join_unmatched(struct matcher *matcher, struct event *event, bool is_first);

#endif
