/* Counting a failed file among those of its host, code and rule. */
#ifndef MARSIFT_TALLY_COUNT_BUCKET_H
#define MARSIFT_TALLY_COUNT_BUCKET_H

#include <stdint.h>

#include "tally/count_private.h"

/* What the failed file shares with others, `job` being its job's number: its record is counted in
 * the cell. Lent until the next record. NULL with the fault set. */
struct cached_bucket *count_bucket_of_file(const struct record_counter *counter, uint32_t job);

#endif
