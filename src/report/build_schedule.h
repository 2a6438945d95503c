/* Infers runs that are missing from the rhythm of a host's jobs, and runs that overlap. */
#ifndef MARSIFT_REPORT_BUILD_SCHEDULE_H
#define MARSIFT_REPORT_BUILD_SCHEDULE_H

#include "report/builder.h"

/* After build_jobs and before build_findings. False with the fault set. */
bool build_schedule(struct builder *builder);

#endif
