/* Finds runs that are the same job: an event list and a table tell of runs that an engine log has,
 * too. */
#ifndef MARSIFT_REPORT_BUILD_RELATED_RUNS_H
#define MARSIFT_REPORT_BUILD_RELATED_RUNS_H

#include "report/builder.h"
#include "report/job_run.h"

/* Makes such runs parts of the run with most records, which gets what it lacks. The runs are in the
 * order of host and time. False with the fault set. */
bool build_related_runs(struct builder *builder, struct job_run *runs, size_t count);

#endif
