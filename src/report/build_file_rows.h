/* Builds the rows of the `files` command: every failed file. */
#ifndef MARSIFT_REPORT_BUILD_FILE_ROWS_H
#define MARSIFT_REPORT_BUILD_FILE_ROWS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"
#include "report/report.h"
#include "tally/tally.h"

/* Passes every kept file (tally_options.keep_files), in the order of their first events, to
 * `receiver`. A row is lent until `receiver` returns. False with the fault set, or when `receiver`
 * returned false. */
bool build_file_rows(const struct tally *tally, enum language language, struct arena *arena,
                     bool (*receiver)(void *context, const struct file_row *row), void *context,
                     struct fault *fault);

#endif
