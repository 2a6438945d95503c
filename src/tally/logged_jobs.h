/* When jobs last logged something. Of harmless records only the last of each job in a block is
 * known, and the job that it names may have its milestones in a log that is read later. */
#ifndef MARSIFT_TALLY_LOGGED_JOBS_H
#define MARSIFT_TALLY_LOGGED_JOBS_H

#include "tally/count_private.h"
#include "tally/job_counts.h"

/* Notes the record of a job, which need not have an entry. False with the fault set. */
bool logged_jobs_note(const struct record_counter *counter, struct job_moment moment);

/* Tells the jobs that have entries. To be called once, when all is counted. */
void logged_jobs_finish(struct job_counts *jobs);

#endif
