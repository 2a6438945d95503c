/* Which jobs name which failed files. A file that only one job names needs no entry: it is counted
 * in the job that the set of files tells. The files of several jobs are numbered, and a job that
 * names them has a bit for each: a file that fails every night, as its neighbours do, takes about a
 * byte a night, where an entry for each night took fifty. */
#ifndef MARSIFT_TALLY_JOB_MEMBERSHIP_H
#define MARSIFT_TALLY_JOB_MEMBERSHIP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "tally/file_set.h"
#include "tally/job_counts.h"
#include "tally/volume_counts.h"

/* Asks the processor to fetch what job_membership_note will want if job number `job` names the file
 * with `key`. The place of the file itself should be there already. */
void job_membership_prefetch(const struct job_counts *jobs, const struct file_set *files,
                             uint64_t key, uint32_t job);

/* Notes that job number `job` names a file that was counted in the job of `file` until now;
 * `*is_first` when it did not before. */
bool job_membership_note(struct job_counts *jobs, const struct file_entry *file, uint32_t job,
                         bool *is_first, struct fault *fault);

/* Whether several jobs name the file. */
bool job_membership_has_several(const struct job_counts *jobs, const struct file_entry *file);

/* The hash of what job number `job` names of a group of files. */
uint64_t job_membership_group_key(const struct job_counts *jobs, uint32_t job, uint32_t group);

/* Those files of a group that job number `job` names, a bit for each. */
uint64_t job_membership_members(const struct job_counts *jobs, uint32_t job, uint32_t group);

/* Takes one of `members`, which are not none, out of them: the key of that file of the group. */
uint64_t job_membership_take(const struct job_counts *jobs, uint32_t group, uint64_t *members);

/* Files got other keys, and some fell together: `volumes` has the keys that they were joined under.
 * Brings the entries and the numbers of the jobs up to date with `files`. False with the fault set.
 */
bool job_membership_rename(struct job_counts *jobs, const struct file_set *files,
                           const struct volume_counts *volumes, struct fault *fault);

#endif
