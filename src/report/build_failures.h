/* Builds the failures that are neither failed files nor known agent errors. */
#ifndef MARSIFT_REPORT_BUILD_FAILURES_H
#define MARSIFT_REPORT_BUILD_FAILURES_H

#include "report/builder.h"

/* After build_jobs. False with the fault set. */
bool build_failures(struct builder *builder);

#endif
