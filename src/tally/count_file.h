/* Counts a failed file: in the set of distinct files, its bucket and its job. */
#ifndef MARSIFT_TALLY_COUNT_FILE_H
#define MARSIFT_TALLY_COUNT_FILE_H

#include <stdbool.h>

#include "tally/count_private.h"

/* Counts a VERDICT_FAILED_FILE, whose host is known. Past max_distinct_files new files are only
 * estimated. False with the fault set. */
bool count_file(const struct record_counter *counter);

#endif
