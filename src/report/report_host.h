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

/* id, word in machine formats: what became of the newest backup of a kind. */
#define HOST_NEWEST(NEWEST)                                                                        \
    NEWEST(ENDED, "ended")                                                                         \
    NEWEST(RUNNING, "running") /* it is under way */                                               \
    NEWEST(HANGS, "hangs")     /* it has no end, and logged nothing for a day */                   \
    NEWEST(OVERDUE, "overdue") /* it ended, and the next one is overdue by the rhythm */           \
    NEWEST(MISSED, "missed")   /* it ended, and the next one did not begin when it was due, which  \
                                  is not yet long enough for a stop */                             \
    NEWEST(UNKNOWN, "unknown") /* lists alone tell of backups, and since longer than their rhythm  \
                                  allows there is none; one without failures leaves no list */

enum host_newest {
#define HOST_NEWEST_ID(id, word) NEWEST_##id,
    HOST_NEWEST(HOST_NEWEST_ID)
#undef HOST_NEWEST_ID
};

enum { MAX_EARLIER_CAUSES = 3 };

/* As report_host_kind.cause and cause_title. */
struct host_cause {
    const char *text;
    const char *title;
};

/* Whether one kind of backups of a server protects it now. The times are begins of backups, unset
 * if unknown. */
struct report_host_kind {
    enum host_state state;
    enum host_newest newest;
    bool is_system_state;
    bool is_server_on;             /* overdue, while the server logged other things since */
    bool may_be_due_later;         /* stopped, and only one backup is known, which shows no rhythm:
                                      the next one may be due later */
    struct datetime since;         /* the first of the unbroken row of backups like the newest one;
                                      of a stopped one the last begin */
    struct datetime last_good;     /* the newest backup that was done */
    struct datetime newest_backup; /* that is finished */
    struct datetime newest_end;    /* the last record of that one */
    struct datetime missed_since;  /* when the first that was missed was due, by NEWEST_MISSED */
    uint64_t nights_without;       /* a backup, while it is failed or stopped, or misses one */
    uint64_t files; /* that its backups do not protect; one that both kinds lack counts in each */
    bool has_unnamed_files;  /* the input does not name all that the newest backup that was
                                done could not read */
    const char *cause;       /* why it failed, or the reason of most of the host's files: "100057",
                                "0x80070070", "locked"; "" if not known */
    const char *cause_title; /* in words; "" if not known */
    struct host_cause
        earlier_causes[MAX_EARLIER_CAUSES]; /* of the backups that failed in a row with
                                               the newest one, the newest first */
    size_t earlier_cause_count;
    const char *cause_action; /* what to do first about a cause that calls for other actions on
                                 other hosts, in English; NULL if it does not */
};

enum { HOST_KINDS = 2 };

/* A server, and whether it is protected now. */
struct report_host {
    struct span name;
    size_t rank;                               /* from 1, worst first */
    struct report_host_kind kinds[HOST_KINDS]; /* worst first: the first is the state of the host */
    size_t kind_count; /* of which a backup is known; 0: the first kind still tells a state */
    uint64_t logs;
    uint64_t files; /* unprotected now */
    uint64_t files_read_since;
    uint64_t findings; /* events */
    uint64_t other_failures;
};

/* True if the server has no current backup of the kind. */
static inline bool report_host_kind_is_lacking(const struct report_host_kind *kind)
{
    return kind->state == HOST_FAILED || kind->state == HOST_STOPPED;
}

/* True if a backup of the server did not begin when it was due, which is not said by its state. */
static inline bool report_host_misses_backup(const struct report_host *host)
{
    for (size_t i = 0; i < host->kind_count; i++)
        if (host->kinds[i].newest == NEWEST_MISSED && !report_host_kind_is_lacking(&host->kinds[i]))
            return true;
    return false;
}

/* True if it is known for how many nights the server has been without a backup of the kind. */
static inline bool report_host_kind_knows_nights(const struct report_host_kind *kind)
{
    return kind->state != HOST_UNKNOWN && kind->newest != NEWEST_UNKNOWN;
}

/* True if it is certain that the server has no current backup of one kind. */
static inline bool report_host_is_lacking(const struct report_host *host)
{
    for (size_t i = 0; i < host->kind_count; i++)
        if (report_host_kind_is_lacking(&host->kinds[i]) && !host->kinds[i].may_be_due_later)
            return true;
    return false;
}

/* True if the newest backup of a kind could not read files that the input does not name. */
static inline bool report_host_has_unnamed_files(const struct report_host *host)
{
    return host->kinds[0].has_unnamed_files ||
           (host->kind_count > 1 && host->kinds[1].has_unnamed_files);
}

#endif
