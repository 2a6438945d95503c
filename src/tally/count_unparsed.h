/* Keeps the first lines that no rule explains. */
#ifndef MARSIFT_TALLY_COUNT_UNPARSED_H
#define MARSIFT_TALLY_COUNT_UNPARSED_H

#include <stdbool.h>

#include "tally/count_private.h"

/* Keeps the record as an example, up to max_examples of a run: the most telling ones, and of equals
 * the first. False with the fault set. */
bool count_unparsed(const struct record_counter *counter);

#endif
