/* Records which patterns reached their step limit, and gives up those that do so again and again.
 */
#ifndef MARSIFT_GRAMMAR_MATCH_STEP_LIMIT_H
#define MARSIFT_GRAMMAR_MATCH_STEP_LIMIT_H

#include <stdbool.h>
#include <stdint.h>

struct event;
struct matcher;

/* Adds `name`, a rule or another pattern of the grammar such as "record", to the limited rules of
 * `event`, once. `name` is lent for as long as the event. */
void step_limit_note(struct matcher *matcher, struct event *event, const char *name);

/* As step_limit_note, for a rule, by its number. */
void step_limit_note_rule(struct matcher *matcher, struct event *event, uint32_t rule);

/* True if the rule reached its limit on so many records of the block that it is tried no more: the
 * others count as limited, too. This bounds the time that a hostile log can take. */
bool step_limit_is_spent(const struct matcher *matcher, uint32_t rule);

void step_limit_begin_block(struct matcher *matcher);

#endif
