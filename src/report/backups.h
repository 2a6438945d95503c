/* The backups of each host, kind by kind: what the states of hosts and files follow from.
 *
 * A backup is a run of an engine log or an event list, a row of a table, or a failed-files list
 * whose run is not in the input. Restores are none, and neither is what belongs to another run. */
#ifndef MARSIFT_REPORT_BACKUPS_H
#define MARSIFT_REPORT_BACKUPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "report/builder.h"
#include "report/job_run.h"
#include "tally/job.h"

/* By default the agent aborts a job with more failed files, with the error of the first symbol; the
 * other one stands for jobs that are near the limit. */
enum { MOST_FAILED_FILES = 1000, FILES_LIMIT_WARNING = MOST_FAILED_FILES * 8 / 10 };
#define FILES_LIMIT_ERROR_SYMBOL "MaxFailedFilesReachedInBackup"
#define FILES_LIMIT_NEAR_SYMBOL  "MARSIFT_FAILED_FILES_LIMIT"

/* What a backup protects. One of the kinds knows nothing of the other's files. */
enum backup_kind { BACKUP_OF_FILES, BACKUP_OF_SYSTEM_STATE, BACKUP_KIND_COUNT };

struct backup {
    uint32_t host;
    enum backup_kind kind;
    uint32_t turn; /* counts from 0 in the order of begins; lists of one night share theirs */
    size_t run;    /* its number in the runs that the backups were collected from */
    bool has_job;  /* `job` is the number of its job in the tally; events have none */
    uint32_t job;
    enum job_state state;
    uint64_t source;     /* the key of its data source: see verdict/data_source.h */
    bool is_open_source; /* failed, and none of its data source was done since */
    bool is_aborted;     /* failed, as somebody or something ended it */
    bool is_list;        /* only a list tells of it */
    bool is_of_windows;  /* only an event of Windows Server Backup does */
    bool is_version;     /* only a list of what can be restored does: what it lacks is not known */
    bool has_all_failures; /* the input names every file that it failed on */
    uint64_t files;        /* that it failed on, as far as the input names them */
    struct datetime begin; /* or its first record */
    struct datetime end;   /* unset if not known */
    struct datetime last;  /* its last record */
    struct job_cause cause;
};

/* A backup that was never done; times are of event_precedence_time. */
struct lost_backup {
    uint32_t begin;
    uint32_t last_end;      /* of all up to this one */
    uint32_t last_open_end; /* likewise, of those whose data source is open */
};

/* How the backups of one host and kind ended. */
struct outcomes {
    bool is_dated;            /* all have times with years, so that these have an order */
    uint32_t last_done;       /* the latest end of those that were done; 0: none */
    struct lost_backup *lost; /* the others, in the order of their begins */
    size_t lost_count;
};

/* The backups of one host and kind, in the order of their begins. */
struct backup_row {
    const struct backup *backups;
    size_t count;
};

/* All backups of a report: by host, kind and begin. */
struct backups {
    struct backup *list;
    size_t count;
    struct backup_row (*rows)[BACKUP_KIND_COUNT]; /* by number of a host */
};

/* True if it ended with success or with warnings. */
bool backup_is_done(const struct backup *backup);

/* True if it ended, in whatever way. */
bool backup_is_finished(const struct backup *backup);

/* True if it has begun, and nothing says that it ended or that another began. */
bool backup_is_open(const struct backup *backup);

/* True if it failed with too many failed files, and nothing else says why. */
bool backup_is_over_limit(const struct backup *backup);

/* True if it failed with too many failed files: a record says so, or nothing else says why. */
bool backup_hit_limit(const struct builder *builder, const struct backup *backup);

/* True if it settles which files are unprotected: those that it names, and no others. */
bool backup_settles(const struct backup *backup);

/* The newest one that is finished; NULL if none is. Where no times tell, one that failed. */
const struct backup *backups_newest_finished(struct backup_row row);

/* Fills builder->backups from the runs, which are in the order of host and time; after
 * build_running. False with the fault set. */
bool backups_collect(struct builder *builder, const struct job_run *runs, size_t count);

#endif
