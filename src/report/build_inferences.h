/* Infers agent errors from the jobs: runs near the agent's limit of failed files, and runs that
 * failed without a reason in the logs. */
#ifndef MARSIFT_REPORT_BUILD_INFERENCES_H
#define MARSIFT_REPORT_BUILD_INFERENCES_H

#include "report/builder.h"

/* After build_jobs and before build_findings. False with the fault set. */
bool build_inferences(struct builder *builder);

#endif
