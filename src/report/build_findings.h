/* Builds the known agent errors: recorded ones, inferred ones, and those of shares. */
#ifndef MARSIFT_REPORT_BUILD_FINDINGS_H
#define MARSIFT_REPORT_BUILD_FINDINGS_H

#include "report/builder.h"

/* After build_schedule and build_inferences. False with the fault set. */
bool build_findings(struct builder *builder);

#endif
