/* The files that are known by the GUID of their volume, kept until the logs have said which letters
 * the volumes have: that may come after them. */
#ifndef MARSIFT_TALLY_VOLUME_MERGE_H
#define MARSIFT_TALLY_VOLUME_MERGE_H

#include <stdbool.h>

#include "base/fault.h"
#include "tally/count_record.h"
#include "tally/tally.h"
#include "verdict/volume_fact.h"

/* Notes what a record says. A volume of which two letters are said, or a letter of which two
 * volumes are, is believed no more. */
bool volume_merge_note(struct tally *tally, const struct volume_fact *fact, struct fault *fault);

/* Keeps the path of a new file, when it begins with a volume's GUID. At most max_volume_paths are
 * kept; the others stay files of their own. */
bool volume_merge_keep(const struct record_counter *counter);

#endif
