/* Applies the rules of a dialect to a record. */
#ifndef MARSIFT_GRAMMAR_MATCH_RULE_MATCH_H
#define MARSIFT_GRAMMAR_MATCH_RULE_MATCH_H

#include <stdbool.h>

struct event;
struct matcher;

/* Applies the first matching rule, of those whose required literals occur in the record; then that
 * of what is left at its level. Leaves the event unparsed if no rule takes it. */
void rule_match_apply(struct matcher *matcher, struct event *event);

/* Applies the first rule to a line that is an entry of a list: resolved before the scan as a failed
 * file, in a dialect whose lines have nothing but the rule's fields. False, with `event` unchanged,
 * if it is none. */
bool rule_match_list_entry(struct matcher *matcher, struct event *event);

#endif
