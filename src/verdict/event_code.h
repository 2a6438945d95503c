/* The failure code that an event gives for itself. */
#ifndef MARSIFT_VERDICT_EVENT_CODE_H
#define MARSIFT_VERDICT_EVENT_CODE_H

#include <stdbool.h>
#include <stdint.h>

#include "catalog/catalog.h"
#include "grammar/event.h"

/* Reads the code of the event, which states something about a job if `is_stated`. */
bool event_code_read(const struct catalog *catalog, const struct event *event, bool is_stated,
                     uint32_t *code);

/* True for a failure of which its rule saw nothing but a number that proved to be something else.
 */
bool event_code_is_no_failure(const struct event *event, bool has_code);

#endif
