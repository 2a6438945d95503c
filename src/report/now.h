/* Finds the time as of which the report judges. */
#ifndef MARSIFT_REPORT_NOW_H
#define MARSIFT_REPORT_NOW_H

#include "report/builder.h"
#include "report/job_run.h"

/* Widens the report's period, which the times of lines have set, by the times that tables and names
 * of lists give, and sets report->newest: its end, or --as-of. */
void now_find(struct builder *builder, const struct job_run *runs, size_t count);

#endif
