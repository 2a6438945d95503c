/* Notes what a record says of its host. */
#ifndef MARSIFT_TALLY_COUNT_FACT_H
#define MARSIFT_TALLY_COUNT_FACT_H

#include <stdbool.h>

#include "tally/count_private.h"

/* The record has a fact, and its host is known. False with the fault set. */
bool count_fact(const struct record_counter *counter);

#endif
