/* What the words of an event tell of its time. */
#ifndef MARSIFT_VERDICT_EVENT_MOMENT_H
#define MARSIFT_VERDICT_EVENT_MOMENT_H

#include <stdbool.h>

#include "base/datetime.h"
#include "grammar/event.h"

/* True if the words of the event are of a language that puts the day before the month. A clock of
 * twelve hours beside them is that of a machine set up in English. */
bool event_moment_is_of_day_first(const struct event *event);

/* Takes the moment that the words quote for the time of a record without one, and its year for a
 * time without a year within half a year of it. */
void event_moment_take_quoted(const struct event *event, struct datetime *time);

#endif
