/* Copies the texts of records, within the budget. */
#ifndef MARSIFT_TALLY_COUNT_TEXT_H
#define MARSIFT_TALLY_COUNT_TEXT_H

#include <stdbool.h>

#include "base/span.h"
#include "tally/count_private.h"

/* Copies `text`; without room for it `*copy` is empty and the limit is noted. False with the fault
 * set. */
bool count_text(const struct record_counter *counter, struct span text, struct span *copy);

#endif
