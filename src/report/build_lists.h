/* Assigns failed-files lists to the backups that wrote them. */
#ifndef MARSIFT_REPORT_BUILD_LISTS_H
#define MARSIFT_REPORT_BUILD_LISTS_H

#include "report/job_run.h"

/* Finds the backup of each list among the runs, which are in the order of host and time, and counts
 * the files of both as one. Fills builder->parent_run. False with the fault set. */
bool build_lists(struct builder *builder, struct job_run *runs, size_t count);

#endif
