/* Which jobs name which failed files. A file that only one job names needs no entry: it counts for
 * the job in the set of files. The files of several jobs are numbered, and each of these jobs has a
 * bit for each: a file that fails every night, as its neighbours do, takes about a byte a night. */
#ifndef MARSIFT_TALLY_JOB_MEMBERSHIP_H
#define MARSIFT_TALLY_JOB_MEMBERSHIP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "tally/file_set.h"
#include "tally/job_counts.h"
#include "tally/volume_counts.h"

/* Prefetches what job_membership_note will read if job number `job` names the file with `key`. The
 * file's own slot should have been prefetched before. */
void job_membership_prefetch(const struct job_counts *jobs, const struct file_set *files,
                             uint64_t key, uint32_t job);

/* Notes that job number `job` names `file`, which counted for the job of its entry until now;
 * `*is_first` if the job did not name it before. False with the fault set. */
bool job_membership_note(struct job_counts *jobs, const struct file_entry *file, uint32_t job,
                         bool *is_first, struct fault *fault);

/* True if several jobs name the file. */
bool job_membership_has_several(const struct job_counts *jobs, const struct file_entry *file);

/* The number of a file that several jobs name: file `n` is member n % GROUP_FILES of group
 * n / GROUP_FILES. False if one job alone names it. */
bool job_membership_number(const struct job_counts *jobs, const struct file_entry *file,
                           uint32_t *number);

/* The hash of job number `job` with a group of files. */
uint64_t job_membership_group_key(const struct job_counts *jobs, uint32_t job, uint32_t group);

/* The files of a group that job number `job` names, a bit for each. */
uint64_t job_membership_members(const struct job_counts *jobs, uint32_t job, uint32_t group);

/* Removes the lowest bit from `*members`, which must not be 0, and returns the key of its file. */
uint64_t job_membership_take(const struct job_counts *jobs, uint32_t group, uint64_t *members);

/* Applies the keys of `volumes` to the files of several jobs, after volume_merge gave files other
 * keys, by which some became one, and counts the files of each job again. False with the fault set.
 */
bool job_membership_rename(struct job_counts *jobs, const struct file_set *files,
                           const struct volume_counts *volumes, struct fault *fault);

#endif
