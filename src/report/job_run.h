/* A job on its way into the report, shared by the sources that build the jobs. */
#ifndef MARSIFT_REPORT_JOB_RUN_H
#define MARSIFT_REPORT_JOB_RUN_H

#include "report/builder.h"

struct job_run {
    const struct job *job;
    struct datetime when; /* its start, or its first record; a year of its own or, for the order
                             alone, one relative to the host's other runs */
    bool has_list;        /* a failed-files list belongs to it */
    bool has_clean_row;   /* a table or an event says that it succeeded without warnings */
    struct report_job shown;
};

/* True for a backup whose start was logged. */
bool job_run_is_backup(const struct job_run *run);

/* True for a backup of which something tells, if only that it ended or a list of its failures; not
 * for parts of other runs. */
bool job_run_is_any_backup(const struct job_run *run);

/* True for a run that failed-files lists may belong to: a backup, also one whose start is not in
 * the input. */
bool job_run_may_have_list(const struct job_run *run);

#endif
