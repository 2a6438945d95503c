/* Which of a file's events tells its code, operation, origin, job and time: one with a code before
 * one without, of equals one of a log before a list's entry, of equals the later one. So it does
 * not matter whether the list or the log was read first. */
#ifndef MARSIFT_DIAGNOSIS_FILE_RANK_H
#define MARSIFT_DIAGNOSIS_FILE_RANK_H

#include <stdbool.h>
#include <string.h>

#include "diagnosis/tally.h"

/* The kind of the job that a failed-files list stands for. */

static inline unsigned event_rank(bool has_code, bool is_list)
{
    return has_code * 2u + !is_list;
}

/* The rank of the event that the file's cell and job come from. */
static inline unsigned file_rank(const struct tally *tally, const struct file_entry *file)
{
    const struct tally_cell *cell = keyed_at(&tally->cells, file->cell);
    const struct job *job = keyed_at(&tally->jobs, file->job);
    return event_rank(cell->has_code, job->kind == JOB_KIND_LIST);
}

#endif
