/* What is known of one job: a task GUID of a host, or one failed-files list. Records may come in
 * any order (rotated logs are read as they are found) and one may come twice: what is kept of them
 * are only the earliest and the latest times, so that the order does not matter. */
#ifndef MARSIFT_TALLY_JOB_H
#define MARSIFT_TALLY_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "tally/job_kind.h"
#include "tally/source_records.h"
#include "verdict/milestone.h"

/* The latest time at which something was logged; `is_seen` without a time when records have none.
 * Signs are compared by `order`: the time, or that of an earlier record of the same log where the
 * clock was set back between the two. */
struct job_sign {
    bool is_seen;
    struct datetime time;
    struct datetime order;
};

struct job {
    uint32_t host;
    struct span name; /* empty for records that name no job */
    enum job_kind kind;
    uint64_t files;    /* distinct failed files */
    uint64_t events;   /* records of failed files */
    uint64_t findings; /* records of agent errors */
    uint64_t failures; /* records of other failures */
    uint64_t codes;    /* of these, with a code */
    struct datetime first;
    struct datetime last;
    struct place place; /* of its first record in the order of reading */
    bool has_milestone;
    struct job_sign begun; /* the earliest start of the first phase, or of the run as an event */
    struct job_sign started[PHASE_COUNT];
    struct job_sign ended[PHASE_COUNT];
    struct job_sign milestone; /* of any kind */
    struct job_sign succeeded;
    struct job_sign warned;
    struct job_sign failed;
    struct job_sign broken;
    struct job_sign grave; /* a FATAL record, or an agent error that stops jobs */
    struct job_sign fatal; /* a FATAL record */
    struct datetime clock; /* the latest milestone or failure of `clock_log` */
    size_t clock_log;
};

/* Notes a milestone of the job, a failure that may stop it, a FATAL record, and any
 * record of it. `time` may be unset; `log` is the number of the log that the record stands in. */
void job_note_milestone(struct job *job, struct milestone milestone, struct datetime time,
                        size_t log);
void job_note_grave_failure(struct job *job, struct datetime time, size_t log);
void job_note_fatal(struct job *job, struct datetime time, size_t log);
void job_note_time(struct job *job, struct datetime time);

/* How the job ended, as far as its own records tell: JOB_UNKNOWN when none tells an end. Success
 * beside failed files is JOB_WARNINGS. A job that closed its storage without a word of success
 * failed if a grave failure is known; so did a restore of which nothing else is known after a
 * FATAL record. When a job goes through its phases again, the last time counts. */
enum job_state job_state_of(const struct job *job);

/* When the job ended: unset unless that is known; of an unknown state, when it closed its storage.
 */
struct datetime job_end(const struct job *job);

/* How long `phase` took, in milliseconds; negative when its start or end is not known. */
int64_t job_phase_milliseconds(const struct job *job, enum job_phase phase);

/* The last phase that has begun and not ended; PHASE_COUNT when there is none. */
enum job_phase job_open_phase(const struct job *job);

/* Whether a job without an end may be called running when its logs end at `logs_end` and no other
 * job of its host began after it: they end within a day of its last record. With a longer log, or
 * a job behind it, its end was lost or it died; that is not known, and so it is not said. */
bool job_is_running(const struct job *job, struct datetime logs_end);

#endif
