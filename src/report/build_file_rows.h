/* Builds the rows of the `files` command: failed files. */
#ifndef MARSIFT_REPORT_BUILD_FILE_ROWS_H
#define MARSIFT_REPORT_BUILD_FILE_ROWS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"
#include "report/report.h"
#include "report/report_options.h"
#include "tally/tally.h"

/* Passes the kept files (tally_options.keep_files) that are unprotected now to `receiver`, in the
 * order of their first events; with options->ever all of them. `report` is that of report_build. A
 * row is lent until `receiver` returns. False with the fault set, or when `receiver` returned
 * false. */
bool build_file_rows(const struct tally *tally, const struct report *report,
                     const struct report_options *options, struct arena *arena,
                     bool (*receiver)(void *context, const struct file_row *row), void *context,
                     struct fault *fault);

#endif
