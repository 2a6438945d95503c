/* A server in a report. For texts and lending see report/report.h. */
#ifndef MARSIFT_REPORT_REPORT_HOST_H
#define MARSIFT_REPORT_REPORT_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"

/* id, word in machine formats: whether a host is protected now, worst first. */
#define HOST_STATES(STATE)                                                                         \
    STATE(FAILED, "failed")       /* its newest finished backup failed or was aborted */           \
    STATE(STOPPED, "stopped")     /* no backup began for longer than its rhythm allows */          \
    STATE(UNKNOWN, "unknown")     /* nothing tells how a backup ended */                           \
    STATE(PARTIAL, "partial")     /* its newest backup was done, but files are unprotected */      \
    STATE(RUNNING, "running")     /* its first backup is under way */                              \
    STATE(PROTECTED, "protected") /* its newest backup was done, and has all files */

enum host_state {
#define HOST_STATE_ID(id, word) HOST_##id,
    HOST_STATES(HOST_STATE_ID)
#undef HOST_STATE_ID
        HOST_STATE_COUNT
};

/* A server, and whether it is protected now. The times are begins of backups, unset if unknown. */
struct report_host {
    struct span name;
    size_t rank; /* from 1, worst first */
    enum host_state state;
    struct datetime since;         /* the first of the unbroken row of backups like the newest one;
                                      of a stopped host the last begin */
    struct datetime last_good;     /* the newest backup that was done */
    struct datetime newest_backup; /* that is finished */
    bool is_system_state;          /* the state is that of the backups of the system state */
    bool hangs;                    /* stopped, with a last backup that has no end */
    uint64_t nights_without;       /* a backup, while it is failed or stopped */
    const char *cause; /* why it failed, or the reason of most of its files: "100057", "0x80070070",
                          "locked"; "" if not known */
    const char *cause_title;  /* in words; "" if not known */
    const char *cause_action; /* what to do first about a cause that calls for other actions on
                                 other hosts, in English; NULL if it does not */
    uint64_t logs;
    uint64_t files; /* unprotected now */
    uint64_t files_read_since;
    bool has_unnamed_files; /* partial, and the input does not name all that its newest backup
                               could not read */
    uint64_t findings;      /* events */
    uint64_t other_failures;
};

#endif
