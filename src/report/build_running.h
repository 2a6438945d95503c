/* Finds the runs that may still be under way. */
#ifndef MARSIFT_REPORT_BUILD_RUNNING_H
#define MARSIFT_REPORT_BUILD_RUNNING_H

#include "report/job_run.h"

/* Sets the state of runs that may be under way: of the runs without an end the last ones of their
 * hosts. The runs are in the order of host and time. False with the fault set. */
bool build_running(const struct builder *builder, struct job_run *runs, size_t count);

#endif
