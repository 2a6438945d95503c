/* The facts about one job: a task GUID of a host, a row of a job table, or one failed-files list.
 * Records come in any order (rotated logs are read as they are found), and one may come twice. Only
 * the earliest and the latest times are kept, so that neither matters. */
#ifndef MARSIFT_TALLY_JOB_H
#define MARSIFT_TALLY_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "tally/job_kind.h"
#include "tally/source_records.h"
#include "tally/stated_job.h"
#include "verdict/milestone.h"

/* The latest time at which something was logged. `is_seen` without a time if its records have none.
 * `order` decides which of two things came later: it is the time, or where the clock of a log was
 * set back, the time of an earlier record of that log. */
struct last_seen {
    bool is_seen;
    struct datetime time;
    struct datetime order;
};

/* What made the job fail, as far as its records say it, the most telling first. */
enum job_cause_kind { CAUSE_NONE, CAUSE_NUMBER, CAUSE_CODE, CAUSE_GENERIC_ERROR, CAUSE_ERROR };

struct job_cause {
    enum job_cause_kind kind;
    uint32_t value; /* the number of an error that the catalog does not know, a failure code, or
                       else an index for catalog_error_at */
    struct datetime time;
};

struct job {
    uint32_t host;
    uint32_t error;   /* of a run of an event list: what its bare failures count as, plus 1 */
    struct span name; /* empty for the records that name no job */
    enum job_kind kind;
    bool has_milestone;
    bool is_system_state; /* a record says so */
    bool is_of_windows;   /* of Windows Server Backup, by its events */
    bool is_version;      /* a list of what can be restored has it */
    bool is_row;          /* of a table that names no job: called by its place */
    bool has_source;      /* a row names what it protects */
    uint64_t source;      /* the key of that data source: see verdict/data_source.h */
    uint64_t files;       /* distinct failed files */
    uint64_t events;      /* records of failed files */
    uint64_t findings;    /* records of agent errors */
    uint64_t failures;    /* records of other failures */
    uint64_t bare;        /* of the agent errors, those that only say that it failed */
    uint64_t aborts;      /* of those, the ones that say that it was aborted */
    uint64_t reasons;     /* of the other failures, with a code, or with words beside a state */
    struct datetime first;
    struct datetime last;
    struct datetime logged; /* the latest record that is known of it, if only a harmless one */
    struct place place;     /* of its first record in the order of reading */
    struct last_seen begun; /* the earliest start of the first phase, or of the run as an event */
    struct last_seen started[PHASE_COUNT];
    struct last_seen ended[PHASE_COUNT];
    struct last_seen milestone; /* of any kind */
    struct last_seen succeeded;
    struct last_seen warned;
    struct last_seen failed;
    struct last_seen failed_in_phase; /* MARK_BROKEN */
    struct last_seen may_be_fatal;    /* a FATAL record, or an agent error that stops jobs */
    struct last_seen fatal;           /* a FATAL record */
    struct stated_job stated;         /* what tables of jobs say of it */
    struct job_cause cause;
    struct datetime clock; /* the latest milestone or failure in log `clock_log` */
    size_t clock_log;
};

/* Note a milestone of the job, a failure that may stop it, a FATAL record, and the time of any
 * record. `time` may be unset; `log` is the number of the record's log. */
void job_note_milestone(struct job *job, struct milestone milestone, struct datetime time,
                        size_t log);
void job_note_may_be_fatal(struct job *job, struct datetime time, size_t log);
void job_note_fatal(struct job *job, struct datetime time, size_t log);
void job_note_time(struct job *job, struct datetime time);

/* Notes a cause. The most telling one counts; of several the latest, so that the order of reading
 * does not matter. */
void job_note_cause(struct job *job, struct job_cause cause);

/* Note what a table says of the job: a start and an end may be unset. */
void job_note_statement(struct job *job, const struct job_statement *statement,
                        struct datetime start, struct datetime end);

/* Notes the data source that a row of the job names. Rows of several make it a job of any. */
void job_note_source(struct job *job, uint64_t source);

/* The start of its first phase; without one, the start that a table gives. */
struct datetime job_start(const struct job *job);

/* True if a record of it says why it failed. */
bool job_says_why(const struct job *job);

/* True if its start was logged, or a table lists it. */
bool job_has_begun(const struct job *job);

/* True if only tables say how the job went. */
bool job_is_only_stated(const struct job *job);

/* The job's end, as far as a table or its own records report one; else JOB_UNKNOWN. A table goes
 * before the records, of which some may be missing. Success with failed files is JOB_WARNINGS. A
 * job that closed its storage without reporting success failed if it had a failure that may be
 * fatal; a restore failed if nothing followed its FATAL record. When a job goes through its phases
 * again, only the last time counts. */
enum job_state job_state_of(const struct job *job);

/* The time at which the job ended; if its state is unknown, at which it closed its storage. Unset
 * if not known. */
struct datetime job_end(const struct job *job);

/* The duration of `phase` in milliseconds; negative if its start or end is not known. */
int64_t job_phase_milliseconds(const struct job *job, enum job_phase phase);

/* The last phase that has begun and not ended; PHASE_COUNT if there is none. */
enum job_phase job_open_phase(const struct job *job);

/* True if it has a time and milestones, and no record tells of an end. If no other job of its host
 * began after it, it is under way, or it died; which of them it is, time tells. */
bool job_has_no_end(const struct job *job);

#endif
