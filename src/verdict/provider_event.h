/* Events of Windows by source and number: what the catalog knows of them.
 *
 * The catalog calls event 11 of disk DISK_EVENT_11, and event 7031 of Service Control Manager
 * SERVICE_CONTROL_MANAGER_EVENT_7031. "Microsoft-Windows-" before a source and another name of it
 * in parentheses behind it do not count. */
#ifndef MARSIFT_VERDICT_PROVIDER_EVENT_H
#define MARSIFT_VERDICT_PROVIDER_EVENT_H

#include <stdbool.h>
#include <stddef.h>

#include "catalog/catalog.h"
#include "grammar/event.h"

/* Finds the agent error of the event's source and number, an index for catalog_error_at. */
bool provider_event_find(const struct catalog *catalog, const struct event *event, size_t *error);

/* True for an event of VSS by its source, or for a text with the words that one begins with. */
bool provider_event_is_of_vss(const struct event *event);

/* True for a warning that nothing but its level makes a failure. `*class` is then set: one of a
 * program that makes backups should be seen, even if nobody knows it; others are harmless. */
bool provider_event_is_mere_warning(const struct event *event, enum verdict_class *class);

#endif
