/* Finds the numbers by which texts name the agent's errors: (ID: 100050), [0x1FC07], Error 34506.
 */
#ifndef MARSIFT_VERDICT_AGENT_ERROR_NUMBER_H
#define MARSIFT_VERDICT_AGENT_ERROR_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "catalog/catalog.h"

struct agent_error_number {
    struct span digits; /* as they are in the text, which lends them */
    bool is_known;
    size_t error; /* index for catalog_error_at, if it is known */
};

/* Finds the number that says most about `text`: a known one, else one that only looks like the
 * agent's, else that of a wrapper; the first among equals. A number inside a path, or after the
 * thing that it counts or names ("thread (0x186C2)"), does not count. False if there is none. */
bool agent_error_number_find(const struct catalog *catalog, struct span text,
                             struct agent_error_number *number);

/* Reads a number that a rule captured, also in hexadecimal without 0x, "186c2". Lent by `digits`.
 */
struct agent_error_number agent_error_number_read(const struct catalog *catalog,
                                                  struct span digits);

#endif
