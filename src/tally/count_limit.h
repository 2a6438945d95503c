/* Notes the limits that records reach. */
#ifndef MARSIFT_TALLY_COUNT_LIMIT_H
#define MARSIFT_TALLY_COUNT_LIMIT_H

#include <stdbool.h>

#include "base/limits.h"
#include "tally/count_private.h"

/* Notes that the record reached the limit. False with the fault set. */
bool count_limit(const struct record_counter *counter, enum limit_id id);

#endif
