/* Builds the jobs of a report: runs with their phases and states, with lists and events assigned to
 * their runs. */
#ifndef MARSIFT_REPORT_BUILD_JOBS_H
#define MARSIFT_REPORT_BUILD_JOBS_H

#include "report/builder.h"

/* Fills the jobs and their totals, builder->parent_run and builder->backups. False with the fault
 * set. */
bool build_jobs(struct builder *builder);

#endif
