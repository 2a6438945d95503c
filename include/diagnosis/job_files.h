/* Which jobs name which failed files. A file that only one job names needs no entry: it is counted
 * in the job that the set of files tells. A file of several jobs has an entry for each of them. */
#ifndef MARSIFT_DIAGNOSIS_JOB_FILES_H
#define MARSIFT_DIAGNOSIS_JOB_FILES_H

#include "diagnosis/tally.h"

/* Asks the processor to fetch what job_files_note will want if job number `job` names the file with
 * `key`. The place of the file itself should be there already. */
void job_files_expect(const struct tally *tally, uint64_t key, uint32_t job);

/* Notes that job number `job` names a file that was counted in the job of `file` until now;
 * `*is_first` when it did not before. */
bool job_files_note(struct tally *tally, const struct file_entry *file, uint32_t job,
                    bool *is_first, struct fault *fault);

/* Whether the file has entries. */
bool job_files_has_several(const struct tally *tally, const struct file_entry *file);

/* Files got other keys: those in `renamed` have that of the tally's volume path of that number, and
 * some fell together. Brings the entries and the numbers of the jobs up to date. */
bool job_files_rename(struct tally *tally, const struct table *renamed, struct fault *fault);

#endif
