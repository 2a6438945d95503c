/* Finds the runs that are still under way, or hang. */
#ifndef MARSIFT_REPORT_BUILD_RUNNING_H
#define MARSIFT_REPORT_BUILD_RUNNING_H

#include "report/job_run.h"

/* Sets the state of runs without an end that no other one followed: of backups one of the same host
 * and kind, else any of the host. Those that logged nothing for a day, measured to the newest
 * record of the input, hang. The runs are in the order of host and time; after now_find. False with
 * the fault set. */
bool build_running(const struct builder *builder, struct job_run *runs, size_t count);

#endif
