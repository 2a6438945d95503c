/* Merges neighbouring harmless records into one event: nine of ten lines of an engine log are
 * traces that no rule waits for. */
#ifndef MARSIFT_GRAMMAR_MATCH_NOISE_MERGE_H
#define MARSIFT_GRAMMAR_MATCH_NOISE_MERGE_H

#include <stdbool.h>

struct event;
struct matcher;

/* Finds the rule for what is left at each level, for noise_merge. Call once for each matcher. */
void noise_merge_prepare(struct matcher *matcher);

/* Makes `event`, at its first line, all the harmless records from there on whose texts need no
 * look. False, with `event` unchanged, if there are none. */
bool noise_merge(struct matcher *matcher, struct event *event);

#endif
