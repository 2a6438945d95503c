/* The kinds of jobs that a report tells apart. */
#ifndef MARSIFT_TALLY_JOB_KIND_H
#define MARSIFT_TALLY_JOB_KIND_H

#include <stdbool.h>

/* id, word in machine formats */
#define JOB_KINDS(KIND)                                                                            \
    KIND(ENGINE, "engine") /* a task GUID; no record tells what the task does */                   \
    KIND(BACKUP, "backup")                                                                         \
    KIND(RESTORE, "restore")                                                                       \
    KIND(MANAGEMENT, "management") /* of backups: configures, disables, deletes */                 \
    KIND(LIST, "failed-files-list")                                                                \
    KIND(EVENT, "event") /* start and stop in an event list */

enum job_kind {
#define JOB_KIND_ID(id, word) JOB_KIND_##id,
    JOB_KINDS(JOB_KIND_ID)
#undef JOB_KIND_ID
};

/* True for jobs that may have backed up what they protect. */
bool job_kind_is_backup(enum job_kind kind);

/* "engine" ... */
const char *job_kind_word(enum job_kind kind);

#endif
