/* Between the sources that make the jobs of a report: a job on its way into it. */
#ifndef MARSIFT_REPORT_JOB_RUN_H
#define MARSIFT_REPORT_JOB_RUN_H

#include "report/builder.h"

struct job_run {
    const struct job *job;
    struct datetime when; /* its start, or its first record; without a year of its own only for the
                           order */
    struct report_job shown;
};

/* A backup whose start was logged. */
bool job_run_is_backup(const struct job_run *run);

/* Each looks at all runs, which are in the order of host and time. */

/* Finds the backups that failed-files lists belong to, and counts the files of both as one. */
bool job_run_relate_lists(struct builder *builder, struct job_run *runs, size_t count);

bool job_run_count_files(const struct builder *builder, struct job_run *runs, size_t count);

/* Names the runs that may be under way: of those without an end the last ones of their hosts. False
 * with the fault set. */
bool job_run_find_running(const struct builder *builder, struct job_run *runs, size_t count);

#endif
