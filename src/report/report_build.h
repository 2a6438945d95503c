/* From counts to a report: everything ranked by total orders, every text in the wanted language. */
#ifndef MARSIFT_REPORT_REPORT_BUILD_H
#define MARSIFT_REPORT_REPORT_BUILD_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"
#include "report/report.h"
#include "report/report_options.h"
#include "tally/tally.h"

/* Makes `report` out of `tally`. Everything in it is lent by the tally, its catalog and `arena`. */
bool report_build(const struct tally *tally, const struct report_options *options,
                  struct arena *arena, struct report *report, struct fault *fault);

/* Gives every kept file (tally_options.keep_files), in the order of their first events, to
 * `receiver`; rows are lent until it returns. False with the fault set, or when the receiver
 * stopped. */
bool report_build_files(const struct tally *tally, enum language language, struct arena *arena,
                        bool (*receiver)(void *context, const struct file_row *row), void *context,
                        struct fault *fault);

#endif
