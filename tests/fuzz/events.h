/* Checks properties that the events of any text must have in every dialect. */
#ifndef MARSIFT_TESTS_EVENTS_H
#define MARSIFT_TESTS_EVENTS_H

#include "base/span.h"

/* Matches `text` (arbitrary bytes) with the dialect `name` and aborts unless all of this holds:
 * each line belongs to exactly one record, in order; events are equal with and without fast paths;
 * merging them keeps the counts; splitting the text between two lines loses no line; every span of
 * an event or of its verdict lies within the text. */
void events_check(const char *name, struct span text);

#endif
