/* Finds the host that a record is counted for. */
#ifndef MARSIFT_TALLY_COUNT_HOST_H
#define MARSIFT_TALLY_COUNT_HOST_H

#include "base/span.h"
#include "tally/count_private.h"

/* The name under which the record's host counts; empty for the log's own. */
struct span count_host_name(const struct record_counter *counter);

/* The key of that host. */
uint64_t count_host_key(const struct record_counter *counter);

/* Sets the counter's host, added if new. False with the fault set. */
bool count_host(struct record_counter *counter);

#endif
