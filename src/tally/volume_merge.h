/* Joins the files that are known by the GUID of their volume with those known by its letter. */
#ifndef MARSIFT_TALLY_VOLUME_MERGE_H
#define MARSIFT_TALLY_VOLUME_MERGE_H

#include <stdbool.h>

#include "base/fault.h"
#include "tally/tally_parts.h"

/* Gives each file with a path in volume_counts, and whose volume has a certain letter, its key
 * and folder by that letter, and joins it with the file that has that key already, if any. To be
 * called once, after the last block. False with the fault set. */
bool volume_merge(struct tally *tally, struct fault *fault);

#endif
