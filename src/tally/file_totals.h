/* Totals over the set of files, by bucket and by folder. They are kept up to date while files are
 * added and change, so that no report has to walk over millions of files. */
#ifndef MARSIFT_TALLY_FILE_TOTALS_H
#define MARSIFT_TALLY_FILE_TOTALS_H

#include <stdbool.h>

#include "base/fault.h"
#include "tally/file_counts.h"

/* Adds the file, in its current state, to the totals. False with the fault set. */
bool file_totals_add(struct file_counts *files, const struct file_entry *file, struct fault *fault);

/* Takes the file out of the totals; its state must be the one in which it was added. False with the
 * fault set. */
bool file_totals_remove(struct file_counts *files, const struct file_entry *file,
                        struct fault *fault);

#endif
