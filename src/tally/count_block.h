/* Counts the records of one block, in the order of the input. */
#ifndef MARSIFT_TALLY_COUNT_BLOCK_H
#define MARSIFT_TALLY_COUNT_BLOCK_H

#include <stdbool.h>

#include "base/fault.h"
#include "tally/tally_parts.h"
#include "verdict/classified_block.h"

/* Counts the next block of `log`. False with the fault set. */
bool count_block(struct tally *tally, struct tally_log *log, const struct classified_block *block,
                 struct fault *fault);

#endif
