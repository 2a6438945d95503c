/* The numbers by which texts name the agent's errors: (ID: 100050), [0x1FC07], Error 34506. */
#ifndef MARSIFT_VERDICT_AGENT_ERROR_NUMBER_H
#define MARSIFT_VERDICT_AGENT_ERROR_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "catalog/catalog.h"

struct agent_error_number {
    struct span digits; /* as they stand in the text */
    bool is_known;
    size_t error; /* its row in the catalog, when it is known */
};

/* Finds the number that says most about `text`: a known one before one that only looks like the
 * agent's, and that before the number of a wrapper; of equals the first. A number inside a path, or
 * behind what it counts or names ("thread (0x186C2)"), is none. */
bool agent_error_number_find(const struct catalog *catalog, struct span text,
                             struct agent_error_number *number);

#endif
