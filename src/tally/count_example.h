/* Keeps texts of records as examples. */
#ifndef MARSIFT_TALLY_COUNT_EXAMPLE_H
#define MARSIFT_TALLY_COUNT_EXAMPLE_H

#include <stdbool.h>

#include "base/span.h"
#include "tally/count_private.h"
#include "tally/source_records.h"

/* Fills the example with the record's place and a copy of `text`, cut to the length that a person
 * wants to see, within the budget. False with the fault set. */
bool count_example(const struct record_counter *counter, struct span text,
                   struct report_example *example);

#endif
