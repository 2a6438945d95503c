/* The code for which a file counts in a job that names it with several. Logs come in any order, so
 * it is not the one that is read first: it is the one that event_precedence_supersedes prefers of
 * events at one time. */
#ifndef MARSIFT_TALLY_JOB_CODE_H
#define MARSIFT_TALLY_JOB_CODE_H

#include <stdbool.h>

#include "tally/count_private.h"
#include "tally/file_set.h"

/* Counts another event of `file` in `part`, the files of the event's job with its code, before the
 * file's entry changes; `is_first` if the job did not name the file before. False with the fault
 * set. */
bool job_code_count(const struct record_counter *counter, const struct file_entry *file,
                    struct tally_job_bucket *part, bool is_first);

#endif
