/* The entries of a report's lists. For texts and lending see report/report.h. */
#ifndef MARSIFT_REPORT_REPORT_TYPES_H
#define MARSIFT_REPORT_REPORT_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "catalog/severity.h"
#include "grammar/host_fact.h"
#include "grammar/log_kind.h"
#include "tally/job_kind.h"
#include "tally/source_records.h"

/* The problem of a log in which nothing was understood. */
#define FOREIGN_LOG "nothing in it looks like a log of the backup agent"

/* A failure code. `text` is "0x80070005"; "-" without a code. */
struct report_code {
    uint32_t value;
    bool has_value;
    char text[12];
    const char *symbol;  /* "ERROR_ACCESS_DENIED"; "" if unknown */
    const char *meaning; /* the system's message, or the decoded severity, facility and number */
    uint64_t files;
    uint64_t events;
    struct report_example example; /* of a code that a finding's records give */
};

struct report_folder {
    struct span path;
    uint64_t files;
    bool is_volume; /* of a common folder: the path is a volume */
};

/* A context rule of the catalog that changed the reason of files, marked them or advises on them.
 */
struct report_context {
    const char *name;       /* "scratch-folder" */
    const char *mark;       /* "harmless"; "" */
    const char *advice;     /* "" if none */
    const char *advice_key; /* the same in English */
    const char *reference;  /* "" if none */
    uint64_t files;
};

/* A category of failed files. */
struct report_reason {
    size_t rank;          /* from 1 */
    const char *category; /* "access_denied" */
    const char *title;
    const char *meaning;
    enum severity severity;
    bool at_risk;   /* the newest recovery point lacks the current content; false if no file is
                       current */
    bool transient; /* may disappear by itself */
    uint64_t files; /* distinct */
    uint64_t harmless_files; /* of them: marked so by a rule */
    uint64_t events;
    double share_percent; /* of all distinct files */
    const char *const *actions;
    size_t action_count;
    size_t first_actions;           /* the number that a short report shows */
    const char *const *action_keys; /* as of a finding */
    const char *exclusion;          /* advice on excluding such files */
    const char *reference;
    const struct report_code *codes; /* most files first */
    size_t code_count;
    const struct report_folder *folders; /* most files first, at most limits.max_folders_listed */
    size_t folder_count;
    uint64_t folders_total;
    struct report_folder common_folder; /* that has most of the files, as a path that may have a
                                           name `*`; no files if there is none */
    struct report_folder shared_folder; /* that has all of them, if it is another */
    struct span volumes; /* that its actions treat, "E:, F:"; empty if they treat none */
    const struct report_context *contexts; /* most files first */
    size_t context_count;
    const struct span *hosts; /* sorted */
    size_t host_count;
    struct report_example example;
    struct datetime first_seen;
    struct datetime last_seen;
    struct datetime since; /* begin of the first of the unbroken row of backups, up to now, that
                              failed on files of it; unset if not known */
    uint64_t backups;      /* in that row; of several hosts the longest */
    bool may_pass;         /* transient, and not of many backups in a row */
    bool is_new;           /* the newest backup is the only one of the row, and not of the host */
};

/* A reason split by host and code: a row of the CSV report. */
struct report_row {
    struct span host; /* empty, in the last rows: of files that are only counted, not told apart */
    const struct report_reason *reason;
    struct report_code code;
    const char *action;
    const char *reference;
    bool at_risk;
    bool transient;
    double share_percent; /* of all distinct files */
    struct datetime first_seen;
    struct datetime last_seen;
    struct report_example example;
};

/* A known agent error. */
struct report_finding {
    size_t rank;
    struct span host; /* of a row by host; empty in the ranked list, which has one for all */
    const char *id;   /* decimal, "" if it has no number */
    const char *hex;  /* "0x186A2", "" */
    const char *symbol;
    const char *title; /* the agent's own message */
    const char *category;
    const char *category_title;
    enum severity severity;
    uint64_t events;
    struct datetime first_seen;
    struct datetime last_seen;
    const char *cause;
    const char *const *actions;
    size_t action_count;
    const char *reference;
    bool is_generic; /* it says that something failed, but not what */
    bool at_risk;
    bool is_recovered; /* no longer at risk: on each host a backup completed after it */
    /* The same actions in the catalog's English: they identify an action in any language. */
    const char *const *action_keys;
    size_t answered_actions; /* the first ones, which are needless if the report gives codes of
                                failed files */
    struct report_example example;
    const struct span *hosts; /* in the ranked list: those that have it, sorted */
    size_t host_count;
    const struct span *open_hosts; /* in the ranked list: of these, those that have not recovered */
    size_t open_host_count;
    uint64_t open_events;       /* of these */
    bool is_inferred;           /* it follows from several records, none of which says it; `events`
                                   then counts the facts, and is not in report.findings */
    const struct span *details; /* the facts, a sentence each */
    size_t detail_count;
    struct span places;  /* in the ranked list: the volumes that it is about, "E:, F:"; or empty */
    const char *context; /* the context rule that inferred it; "" if a record says it */
    const char *advice;  /* of that rule; "" */
    uint64_t files; /* if a context rule found it in the failed files of a job: the number of these;
                       `events` are then their records, none of which is a finding in the books */
    const struct report_code *codes; /* in the ranked list: of its records, most events first */
    size_t code_count;
};

struct report_other_failure {
    struct span host;        /* of a row by host; empty in the ranked list, which has one for all */
    struct report_code code; /* events in it, no files */
    struct report_code detail; /* a second code of the record, which says why there was the first */
    struct span symbol;        /* the name of an exception, for a record without a code */
    const char *category;
    struct report_example example;
    const struct span *hosts; /* sorted */
    size_t host_count;
    const struct span *open_hosts; /* of these, those that have not recovered */
    size_t open_host_count;
    uint64_t open_events; /* of these */
    bool is_told;         /* of these: by the agent errors for which their backups failed */
    struct datetime first_seen;
    struct datetime last_seen;
    /* The following come from its code or category. */
    const char *title;
    enum severity severity;
    bool loses_data; /* as long as it is not recovered */
    bool at_risk;
    bool is_recovered; /* as of a finding */
    bool transient;
    bool is_restore; /* files could not be restored; they are protected all the same */
    const char *const *actions;
    size_t action_count;
    const char *const *action_keys; /* as of a finding */
    const char *own_action;         /* the first of them, if it is of the code's own row; or NULL */
    const char *own_action_key;     /* as of a finding */
    const char *reference;
};

/* What the input says of the set-up of a host. */
struct report_fact {
    struct span host;
    enum host_fact fact;
    struct span value;
    uint64_t files; /* of a path: failed files below it */
    bool is_unfit;  /* a scratch folder by which no file is judged: the root of a volume ... */
    struct place place;
};

/* A phase of a job. */
struct report_phase {
    const char *name;  /* the agent's own */
    const char *title; /* in the language of the report */
    struct datetime start;
    struct datetime end;
    bool has_duration;
    uint64_t milliseconds;
};

/* A backup or restore run, or a failed-files list. Start and end are unset if no record gives them;
 * first and last seen are the times of its records. */
struct report_job {
    struct span host;
    struct span name; /* the GUID, the list's file name, or the place of its event or row */
    enum job_kind kind;
    struct span part_of; /* for a list, an event or a row of a table: its run in an engine log;
                            empty if none */
    enum job_state state;
    bool is_aborted;         /* failed, and a table says that it was aborted or cancelled */
    bool is_system_state;    /* a record says that it is of the system state */
    bool is_recovered;       /* failed, and a later backup of the same kind was done */
    const char *cause;       /* why it failed: "100057", "0x80070070"; "" if not known */
    const char *cause_title; /* in words; "" if not known */
    struct datetime start;
    struct datetime end;
    struct datetime first_seen;
    struct datetime last_seen;
    const struct report_phase *phases; /* in the agent's order */
    size_t phase_count;
    const struct report_phase *longest; /* NULL if no duration is known */
    const char *open_phase;       /* begun and not ended, in the agent's words; NULL if none */
    const char *open_phase_title; /* the same in the language of the report */
    uint64_t files;               /* distinct; of a run including those of its lists */
    uint64_t events;
    uint64_t findings; /* records with its GUID, as are `failures` */
    uint64_t failures;
    bool is_only_stated; /* a table lists it, and no log has records of it */
    bool says_why;       /* one of these has an agent error or a code */
    struct place place;  /* of its first record; line 0 if there is none */
};

/* Totals of the runs: of jobs that have a name and are no part of another. */
struct report_job_totals {
    uint64_t runs;
    uint64_t by_state[JOB_STATE_COUNT];
    uint64_t missed; /* starts at which a run was due and none began */
    uint64_t missed_hosts;
    uint64_t overlaps; /* pairs of runs */
};

/* The number of logs that have lines of a kind; 0 if no log of the kind was examined. A log of
 * several kinds counts for each. */
struct report_evidence {
    enum log_kind kind;
    uint64_t logs;
};

/* One row of --by: code, host, folder or job. */
struct report_group {
    size_t rank;
    struct span key;
    struct span host;     /* of a folder or job; empty otherwise */
    const char *detail;   /* a code's symbol; "" otherwise */
    const char *category; /* of most of its files */
    const char *category_title;
    enum severity severity; /* of that category */
    bool at_risk;
    uint64_t files;
    uint64_t events;
    double share_percent;
};

/* Two current engine logs that count for one host: numbers of report.logs. */
struct report_merge {
    size_t first;
    size_t second;
};

/* The first log that takes from its file's time a year that other records of its host deny. */
struct report_year_doubt {
    bool is_set;
    size_t log;            /* indexes report.logs */
    int16_t year;          /* of its last record */
    int16_t year_of_dates; /* as the others show it */
    int16_t first_year;    /* for --year */
};

#endif
