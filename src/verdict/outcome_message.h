/* Reads the system message with which a record or line says how something ended. */
#ifndef MARSIFT_VERDICT_OUTCOME_MESSAGE_H
#define MARSIFT_VERDICT_OUTCOME_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "catalog/catalog.h"
#include "grammar/event.h"

/* True if the first line of the event ends with a system message of a failure: of a record, or of a
 * line with a time that speaks of backups and parts the message from its own words. `code` is what
 * the message stands for. */
bool outcome_message_code(const struct catalog *catalog, const struct event *event, uint32_t *code);

#endif
