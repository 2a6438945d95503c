/* Milestones of jobs: the agent's "Backup Progress: ..." records, the failures that it logs in
 * place of a step's end, and the events of the CloudBackup channel and of Windows Server Backup. */
#ifndef MARSIFT_VERDICT_MILESTONE_H
#define MARSIFT_VERDICT_MILESTONE_H

#include <stdbool.h>

#include "base/language.h"
#include "base/span.h"
#include "grammar/event.h"
#include "verdict/milestone_mark.h"

/* PHASE(ID, NAME, JAPANESE): the phases of a backup in the agent's order, with the agent's names
 * (Microsoft's article on slow backups, 2016). */
#define JOB_PHASES(PHASE)                                                                          \
    PHASE(PREBACKUP, "Prebackup", "バックアップの準備")                                            \
    PHASE(ADJUST_START, "Adjusting Job start time from snapshot time", "開始時刻の調整")           \
    PHASE(INITIALIZE, "Initialize Storage", "ストレージの初期化")                                  \
    PHASE(TRANSFER, "Data transfer", "データ転送")                                                 \
    PHASE(CHECK_INITIALIZE, "Integrity Check Storage Initialize", "整合性チェックの準備")          \
    PHASE(CHECK, "Integrity Check", "整合性チェック")                                              \
    PHASE(UNINITIALIZE, "UnInitialize Storage", "ストレージの終了処理")

enum job_phase {
#define PHASE_ID(id, name, ...) PHASE_##id,
    JOB_PHASES(PHASE_ID)
#undef PHASE_ID
        PHASE_COUNT
};

/* The agent's name of the phase: "Data transfer". */
const char *milestone_phase_name(enum job_phase phase);

/* The same in the language of a report. */
const char *milestone_phase_title(enum job_phase phase, enum language language);

struct milestone {
    enum milestone_mark mark;
    enum job_phase phase;   /* of MARK_START and MARK_END; PHASE_COUNT otherwise */
    bool is_event;          /* it is from an event list and names no job */
    bool is_of_windows;     /* of Windows Server Backup, which is not the agent */
    bool may_be_of_windows; /* a start of the one or the other */
    bool is_version; /* of Windows Server Backup, too: a version to restore; what it lacks is not
                        said */
};

/* True for a version of a backup in the list of those that can be restored. */
bool milestone_is_version(const struct event *event);

/* True for an event of a start or a success. */
static inline bool milestone_is_good_event(struct milestone milestone)
{
    return milestone.is_event && (milestone.mark == MARK_START || milestone.mark == MARK_SUCCEEDED);
}

/* Parses the text after "Backup Progress: ". Case, a full stop and the agent's spelling "finsihed"
 * do not matter. */
struct milestone milestone_of_step(struct span step);

/* Returns the milestone that `event` is. `is_failure`: it is a failure that names no file. */
struct milestone milestone_of_event(const struct event *event, bool is_failure);

#endif
