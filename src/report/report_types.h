/* What stands in the lists of a report. Lending and texts are as diagnosis/report.h says. */
#ifndef MARSIFT_REPORT_REPORT_TYPES_H
#define MARSIFT_REPORT_REPORT_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "catalog/severity.h"
#include "grammar/log_kind.h"
#include "tally/job_kind.h"
#include "tally/source_records.h"

/* A failure code as shown. `text` is "0x80070005"; "-" when there was none. */
struct report_code {
    uint32_t value;
    bool has_value;
    char text[12];
    const char *symbol;  /* "ERROR_ACCESS_DENIED"; "" if not known */
    const char *meaning; /* what the system says, or the decoded severity, facility and number */
    uint64_t files;
    uint64_t events;
};

struct report_folder {
    struct span path;
    uint64_t files;
};

/* A rule of the catalog that changed the reason of files, marked them or has an advice for them. */
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
    bool at_risk;   /* the newest recovery point lacks the current content; not when no file is
                       current */
    bool transient; /* may vanish without a change */
    uint64_t files; /* distinct */
    uint64_t harmless_files; /* of them: marked so by a rule */
    uint64_t
        files_before_clean; /* of them: older than a backup of their host without failed files */
    uint64_t current_files; /* of them: neither that nor harmless */
    uint64_t events;
    double share_percent; /* of all distinct files */
    const char *const *actions;
    size_t action_count;
    size_t first_actions;           /* of them: those that a short report shows */
    const char *const *action_keys; /* as of a finding */
    const char *exclusion;          /* whether such files may be excluded */
    const char *reference;
    const struct report_code *codes; /* most files first */
    size_t code_count;
    const struct report_folder *folders; /* most files first, at most limits.max_folders_listed */
    size_t folder_count;
    uint64_t folders_total;
    const struct report_context *contexts; /* most files first */
    size_t context_count;
    const struct span *hosts; /* sorted */
    size_t host_count;
    struct report_example example;
    struct datetime first_seen;
    struct datetime last_seen;
};

/* The reasons cut by host and code: the rows of the CSV report. */
struct report_row {
    struct span host;
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
    struct span host; /* filled in rows by host; the ranked list has one entry for all hosts */
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
    bool is_generic; /* it says that something failed, not what */
    bool at_risk;
    bool is_overcome; /* not at risk any more: on each host a backup completed behind it */
    /* The same actions as the catalog has them in English: what tells steps apart in any language.
     */
    const char *const *action_keys;
    size_t answered_actions; /* the first ones, where the report tells why files failed */
    struct report_example example;
    const struct span *hosts; /* in the ranked list: those that have it, sorted */
    size_t host_count;
    bool is_inferred;           /* no record says it: it follows from several; `events` then counts
                                   what `details` tell, and is not in report.findings */
    const struct span *details; /* what it was inferred from, a sentence each */
    size_t detail_count;
    const char *context; /* the rule of the catalog that told it; "" if the record says it itself */
    const char *advice;  /* of that rule; "" */
    uint64_t files; /* when a rule found it in the failed files of a job: how many show it; then
                       `events` are their records, and none is a finding in the books */
};

struct report_other_failure {
    struct report_code code; /* events in it, no files */
    struct span symbol;      /* an exception's name where the record has one and no code */
    const char *category;
    struct report_example example;
    struct span host; /* empty when there are several */
    /* What its code or category says. */
    const char *title;
    enum severity severity;
    bool at_risk;
    bool is_overcome; /* as of a finding */
    bool transient;
    const char *const *actions;
    size_t action_count;
    const char *const *action_keys; /* as of a finding */
    const char *reference;
};

/* A phase of a job, in the agent's own words. */
struct report_phase {
    const char *name;
    struct datetime start;
    struct datetime end;
    bool has_duration;
    uint64_t milliseconds;
};

/* One backup or restore run, or one failed-files list. Start and end are unset when no record tells
 * them; first and last seen are those of its records. */
struct report_job {
    struct span host;
    struct span name; /* the GUID, the list's file name, or place of the event that began it */
    enum job_kind kind;
    struct span part_of; /* a list's or event's run in the engine log of its host; empty if none */
    enum job_state state;
    struct datetime start;
    struct datetime end;
    struct datetime first_seen;
    struct datetime last_seen;
    const struct report_phase *phases; /* in the agent's order */
    size_t phase_count;
    const struct report_phase *longest; /* NULL when no duration is known */
    const char *open_phase;             /* begun and not ended; NULL if none */
    uint64_t files;                     /* distinct; of a run those of its lists, too */
    uint64_t events;
    uint64_t findings; /* records with its GUID, like `failures` */
    uint64_t failures;
    bool says_why;      /* one of these tells an agent error or a code */
    struct place place; /* of its first record; line 0 when there is none */
};

/* The runs among the jobs: what is no list, names itself, and is no part of another. */
struct report_job_totals {
    uint64_t runs;
    uint64_t by_state[JOB_STATE_COUNT];
    uint64_t missed; /* nights without a job */
    uint64_t missed_hosts;
    uint64_t overlaps; /* pairs of runs */
};

/* A kind of log, and how many of it there were: 0 says that nothing of the kind was looked at. */
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
    const char *category; /* the one with most of its files */
    const char *category_title;
    enum severity severity; /* of that category */
    bool at_risk;
    uint64_t files;
    uint64_t events;
    double share_percent;
};

/* The first log whose year came from its file's time, while failed-files lists of its host have the
 * same days of another year. */
struct report_year_doubt {
    bool is_set;
    size_t log;            /* indexes report.logs */
    int16_t year;          /* of its last record */
    int16_t year_of_lists; /* of the list that has such a day */
    int16_t first_year;    /* for --year */
};

/* One line of "do first": at most MAX_REPORT_STEPS in a report. */
struct report_step {
    const char *action;
    const char *reason_title; /* of the first that it covers */
    const char *category;
    uint64_t covers;        /* reasons, findings and other failures that call for it */
    uint64_t files;         /* covered by it, without harmless ones; 0 for findings */
    uint64_t events;        /* records, each once: what others count already adds none */
    uint64_t times;         /* of what no record says: it follows from several */
    uint64_t files_at_risk; /* of the files */
    bool at_risk;
    bool is_overcome; /* all of it: backups completed behind it */
    const char *reference;
    const struct span *hosts; /* of all of them, sorted; none when they are not all known */
    size_t host_count;
};

struct report_host {
    struct span name;
    uint64_t logs;
    uint64_t files;
    uint64_t findings; /* events */
};

#endif
