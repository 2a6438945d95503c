/* Builds the report from the counts: every list in a total order, every text in one language. */
#ifndef MARSIFT_REPORT_REPORT_BUILD_H
#define MARSIFT_REPORT_REPORT_BUILD_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"
#include "report/report.h"
#include "report/report_options.h"
#include "tally/tally.h"

/* Fills `report` from `tally`. Everything in it is lent by the tally, its catalog and `arena`.
 * False with the fault set. */
bool report_build(const struct tally *tally, const struct report_options *options,
                  struct arena *arena, struct report *report, struct fault *fault);

#endif
