/* What the words of an event tell of its time. */
#ifndef MARSIFT_VERDICT_EVENT_MOMENT_H
#define MARSIFT_VERDICT_EVENT_MOMENT_H

#include <stdbool.h>

#include "base/datetime.h"
#include "grammar/event.h"

/* Returns the time of the event: of its columns, of the version of a backup that it lists, or
 * `end`, that of the job which it states. The order of its day and month is that of the language of
 * its words, if they tell it. */
struct datetime event_moment_read(const struct event *event, struct datetime end);

/* Takes the moment that the words quote for the time of a record without one, and its year for a
 * time without a year within half a year of it. */
void event_moment_take_quoted(const struct event *event, struct datetime *time);

#endif
