/* Counts a failed file in its bucket: those of the same host, code, category and context rule. */
#ifndef MARSIFT_TALLY_COUNT_BUCKET_H
#define MARSIFT_TALLY_COUNT_BUCKET_H

#include <stdint.h>

#include "tally/bucket_cache.h"
#include "tally/count_private.h"

/* Widens the period of the record's bucket and returns its cache slot, for a file of job number
 * `job`. Past max_host_codes the bucket is one without a code. Lent until the next record. NULL
 * with the fault set. */
struct cached_bucket *count_bucket_of_file(const struct record_counter *counter, uint32_t job);

#endif
