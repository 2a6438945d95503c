/* What must hold of the events of any text, whatever the dialect. */
#ifndef MARSIFT_TESTS_EVENTS_H
#define MARSIFT_TESTS_EVENTS_H

#include "base/span.h"

/* Matches `text` (any bytes) by the dialect called `name`. The books balance: each line is in one
 * record, in order. With and without shortcuts the events are equal; merged, they come to the same
 * counts; cut between two lines, no line is lost. What an event lends lies in the text, and so does
 * what the verdict takes out of it. */
void events_check(const char *name, struct span text);

#endif
