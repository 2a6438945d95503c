/* Counts what a record says of its job. */
#ifndef MARSIFT_TALLY_COUNT_JOB_H
#define MARSIFT_TALLY_COUNT_JOB_H

#include <stdbool.h>
#include <stdint.h>

#include "tally/bucket_cache.h"
#include "tally/count_private.h"
#include "tally/file_set.h"

/* Counts a record of a failed file for its job, whose number becomes `*number`. False with the
 * fault set. */
bool count_job_of_file(const struct record_counter *counter, uint32_t *number);

/* Counts `file` among the distinct files of the job `cached->job`, once, and its event there. To be
 * called before the file's entry takes a new job. False with the fault set. */
bool count_job_file(const struct record_counter *counter, const struct file_entry *file,
                    bool is_new, struct cached_bucket *cached);

/* True if a record of this class concerns a job beyond its failed file: then count_job_record
 * counts it. */
bool count_job_is_concerned(const struct record_counter *counter, enum verdict_class class);

/* Counts a milestone, a finding or another failure for its job. The record's host is known. False
 * with the fault set. */
bool count_job_record(const struct record_counter *counter, enum verdict_class class);

#endif
