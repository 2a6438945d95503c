/* A report as plain data, ranked and complete, with every text in the report's language. Renderers
 * read it and decide nothing.
 *
 * A `struct span` is text from the input: valid UTF-8 that may contain any character, control
 * characters included; a renderer escapes it. A `const char *` is our own text, never NULL ("" if
 * none) unless noted. All of it is lent by the tally, the catalog and the arena that the report was
 * built from. Counts are of records or files, as named. */
#ifndef MARSIFT_REPORT_REPORT_H
#define MARSIFT_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/language.h"
#include "base/span.h"
#include "report/report_host.h"
#include "report/report_step.h"
#include "report/report_types.h"

/* Beside those for servers without a backup and for unknown ones, of which all are in the report.
 */
enum { MAX_OTHER_STEPS = 3 };

enum report_by { BY_REASON, BY_CODE, BY_HOST, BY_FOLDER, BY_JOB };

/* The value of --by: "reason", "code" ... */
const char *report_by_name(enum report_by by);

/* "failed" ... */
const char *report_host_state_word(enum host_state state);

struct file_states;

struct report {
    enum language language;
    struct books books;
    uint64_t files; /* distinct failed files that are unprotected now; with --ever all of them */
    uint64_t files_read_since; /* failed once, and read by a later backup */
    uint64_t files_ever;       /* distinct files that failed, whether or not they were read since */
    uint64_t files_at_risk;    /* of `files`: the newest recovery point lacks their content */
    uint64_t harmless_files;   /* of them: marked so by a rule */
    uint64_t file_events;
    bool files_exact;
    uint64_t findings;       /* events */
    uint64_t other_failures; /* events */
    bool incomplete; /* some input was damaged, unreadable, foreign or cut by a limit, or none was
                        read */
    bool is_empty;   /* no log has a line */
    bool is_foreign; /* there was something, and nothing in it looks like a log of the agent */
    bool has_period;
    struct datetime period_first;
    struct datetime period_last;
    bool year_unknown;     /* some times have no year, which nothing in the input gives */
    bool year_is_of_file;  /* that of some log is its file's, and nothing confirms it */
    bool year_is_of_dates; /* other dates in the input gave that of some log another year than its
                              file's */
    struct report_year_doubt year_doubt;
    const struct report_merge *merges; /* one for each host that has them */
    size_t merge_count;
    struct span late_scratch_folder; /* became known too late to judge by; empty: none did */

    const struct report_host *hosts; /* worst first */
    size_t host_count;
    uint64_t hosts_by_state[HOST_STATE_COUNT];
    struct datetime newest; /* what "now" is: the newest record of the input, or --as-of */
    const struct report_log *logs;
    size_t log_count;
    const struct report_skipped *skipped;
    size_t skipped_count;
    const struct report_problem *problems;
    size_t problem_count;
    const struct report_limit *limits;
    size_t limit_count;
    const struct report_reason *reasons;
    size_t reason_count;
    const struct report_row *rows;
    size_t row_count;
    enum report_by by;
    const struct report_group *groups; /* empty for BY_REASON */
    size_t group_count;
    const struct report_finding *finding_list; /* ranked, all hosts together */
    size_t finding_count;
    const struct report_finding *finding_rows; /* one per host and finding, for CSV */
    size_t finding_row_count;
    const struct report_other_failure *other_failure_list;
    size_t other_failure_count;
    const struct report_other_failure *other_failure_rows; /* one per host and failure, for CSV */
    size_t other_failure_row_count;
    const struct report_job *jobs; /* by host, then in the order of time */
    size_t job_count;
    const struct report_job *const
        *newest_jobs; /* those that are no part of another, newest first */
    size_t newest_job_count;
    struct report_job_totals job_totals;
    const struct report_fact *facts; /* by host, fact and value */
    size_t fact_count;
    const struct report_evidence *evidence; /* every kind of log that marsift knows */
    size_t evidence_count;
    const struct report_step *steps;
    size_t step_count;
    const struct report_unparsed *unparsed_examples;
    size_t unparsed_example_count;
    const struct file_states *file_states; /* for build_file_rows; no renderer reads it */
};

/* The state of a row that needs no remark: without --ever all rows have it. */
#define FILE_ROW_UNPROTECTED "unprotected"

/* One row of the `files` command: one failed file. */
struct file_row {
    struct span host;
    struct span job;
    struct datetime time;
    const char *category;
    const char *category_title;
    struct report_code code; /* files and events not filled */
    struct span operation;
    struct span path;
    struct span origin;
    struct span log; /* source and member as one shown name */
    uint64_t line;
    uint64_t events;
    const char *state; /* "unprotected", "read-since" or "restore" */
    struct datetime first_seen;
    struct datetime last_seen;
    const char *context;   /* the rule that changed its category or marked it; "" */
    const char *mark;      /* "harmless"; "" */
    struct span listed;    /* "log:line" of its entry in a failed-files list; empty if not listed */
    struct span code_from; /* "log:line" that code, operation, origin, job and time come from;
                              empty without a code */
};

#endif
