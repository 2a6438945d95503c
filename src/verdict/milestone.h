/* What a record tells of the progress of a job: the agent's "Backup Progress: ..." records, the
 * failure that it logs in the place of a step's end, and the events of the CloudBackup channel. */
#ifndef MARSIFT_VERDICT_MILESTONE_H
#define MARSIFT_VERDICT_MILESTONE_H

#include <stdbool.h>

#include "base/span.h"
#include "grammar/event.h"

/* The phases of a backup in the agent's order, as it calls them (Microsoft's article on slow
 * backups, 2016). id, name */
#define JOB_PHASES(PHASE)                                                                          \
    PHASE(PREBACKUP, "Prebackup")                                                                  \
    PHASE(ADJUST_START, "Adjusting Job start time from snapshot time")                             \
    PHASE(INITIALIZE, "Initialize Storage")                                                        \
    PHASE(TRANSFER, "Data transfer")                                                               \
    PHASE(CHECK_INITIALIZE, "Integrity Check Storage Initialize")                                  \
    PHASE(CHECK, "Integrity Check")                                                                \
    PHASE(UNINITIALIZE, "UnInitialize Storage")

enum job_phase {
#define PHASE_ID(id, name) PHASE_##id,
    JOB_PHASES(PHASE_ID)
#undef PHASE_ID
        PHASE_COUNT
};

/* "Data transfer". */
const char *job_phase_name(enum job_phase phase);

enum milestone_mark {
    MARK_NONE,      /* the record is no milestone */
    MARK_START,     /* of `phase`; as an event, of the job */
    MARK_END,       /* of `phase` */
    MARK_SUCCEEDED, /* of the job, like all that follow */
    MARK_WARNINGS,
    MARK_FAILED,
    MARK_BROKEN, /* a failure in the module that logs the phases: it stands in the place of an end
                  */
    MARK_NOT_STARTED, /* a scheduled job that failed before it began: only as an event */
    MARK_OTHER        /* a step that is not known */
};

struct milestone {
    enum milestone_mark mark;
    enum job_phase phase; /* of MARK_START and MARK_END; PHASE_COUNT when there is none */
    bool is_event;        /* it comes from an event list and names no job */
};

/* Reads the text behind "Backup Progress: ". Case, a full stop and the agent's spelling "finsihed"
 * do not matter. */
struct milestone milestone_of_step(struct span step);

/* What `event` tells; `is_failure` says that it is a failure which names no file. */
struct milestone milestone_of_event(const struct event *event, bool is_failure);

#endif
