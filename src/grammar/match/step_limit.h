/* Records which patterns reached their step limit. */
#ifndef MARSIFT_GRAMMAR_MATCH_STEP_LIMIT_H
#define MARSIFT_GRAMMAR_MATCH_STEP_LIMIT_H

#include <stdint.h>

struct event;
struct matcher;

/* Adds `name`, a rule or another pattern of the grammar such as "record", to the limited rules of
 * `event`, once. `name` is lent for as long as the event. */
void step_limit_note(struct matcher *matcher, struct event *event, const char *name);

/* As step_limit_note, for a rule, by its number. */
void step_limit_note_rule(struct matcher *matcher, struct event *event, uint32_t rule);

#endif
