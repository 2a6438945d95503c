/* Records which patterns reached their step limit. */
#ifndef MARSIFT_GRAMMAR_MATCH_STEP_LIMIT_H
#define MARSIFT_GRAMMAR_MATCH_STEP_LIMIT_H

struct event;
struct matcher;

/* Adds `name`, a rule or another pattern of the grammar such as "record", to the limited rules of
 * `event`, once. `name` is lent for as long as the event. */
void step_limit_note(struct matcher *matcher, struct event *event, const char *name);

#endif
