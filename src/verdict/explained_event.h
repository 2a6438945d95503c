/* Tells failures from what a text only says about failures. */
#ifndef MARSIFT_VERDICT_EXPLAINED_EVENT_H
#define MARSIFT_VERDICT_EXPLAINED_EVENT_H

#include <stdbool.h>

#include "catalog/catalog.h"
#include "grammar/event.h"

/* True for an event of `class`, a failure or finding, that the text only explains or speaks of.
 * `has_number`: the verdict has found a number or symbol in it. A record with a time happened,
 * whatever its words are, and of other records only a template says that it did not. */
bool explained_event_is(const struct catalog *catalog, const struct event *event,
                        enum verdict_class class, bool has_number);

#endif
