/* Counts errors of the agent and other failures. */
#ifndef MARSIFT_TALLY_COUNT_FINDING_H
#define MARSIFT_TALLY_COUNT_FINDING_H

#include <stdbool.h>

#include "tally/count_private.h"

/* Counts a VERDICT_FINDING for its host. Past max_host_codes it counts for the host that reported
 * the error first. False with the fault set. */
bool count_finding(const struct record_counter *counter);

/* Counts a VERDICT_OTHER_FAILURE by its code, else by its symbol. Past max_host_codes new ones
 * count as one failure with neither. False with the fault set. */
bool count_failure(const struct record_counter *counter);

#endif
