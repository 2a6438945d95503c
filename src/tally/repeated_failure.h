/* Failures that other lines of a text tell, too, with more: the subject of a mail about a failed
 * backup, a console's summary of a restore, the details of a job whose alert gives the same reason.
 */
#ifndef MARSIFT_TALLY_REPEATED_FAILURE_H
#define MARSIFT_TALLY_REPEATED_FAILURE_H

#include <stdbool.h>

#include "verdict/classified_block.h"

/* True if the item only repeats a failure near it in its block, and must not count as another one.
 */
bool repeated_failure_is(const struct classified_block *block, size_t item);

#endif
