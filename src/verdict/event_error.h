/* Which agent error a record names. */
#ifndef MARSIFT_VERDICT_EVENT_ERROR_H
#define MARSIFT_VERDICT_EVENT_ERROR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalog/catalog.h"
#include "grammar/event.h"
#include "verdict/agent_error_number.h"

/* True for an error that says what happened without a failure code beside it. */
bool event_error_is_finding(const struct agent_error *error);

/* Finds the number by which the record names an agent error: the one that its rule captured, else
 * the one in its text. `is_stated`: the record states how a job ended. */
struct agent_error_number event_error_number(const struct catalog *catalog,
                                             const struct event *event, bool is_stated);

/* Sets `*error` to the agent error that the record names: by its number, then by symbol, by message
 * and by its failure `code` (NULL: none), then by the number of a wrapper. False without one;
 * `*error` may have changed all the same. */
bool event_error_find(const struct catalog *catalog, const struct event *event,
                      const struct agent_error_number *number, const uint32_t *code, size_t *error);

#endif
