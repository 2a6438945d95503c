/* Finds the agent error whose message a record contains. */
#ifndef MARSIFT_VERDICT_REPORTED_MESSAGE_H
#define MARSIFT_VERDICT_REPORTED_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "catalog/catalog.h"
#include "grammar/event.h"

/* Sets `*error`, an index for catalog_error_at. False if the record has no such message, or one
 * that another program reports here. */
bool reported_message_find(const struct catalog *catalog, const struct event *event, size_t *error);

#endif
