/* Between the sources that make a report: what they all need, and what they share. */
#ifndef MARSIFT_REPORT_BUILDER_H
#define MARSIFT_REPORT_BUILDER_H

#include "base/arena.h"
#include "base/fault.h"
#include "report/report.h"
#include "report/report_options.h"
#include "report/rollup.h"
#include "report/sentences.h"
#include "tally/file_counts.h"
#include "tally/finding_counts.h"
#include "tally/source_counts.h"
#include "tally/tally_parts.h"

/* What follows from several records of one host: no record says it. */
struct inference {
    struct tally_finding finding;
    struct span *details; /* at most MAX_INFERENCE_DETAILS */
    size_t detail_count;
};

enum { MAX_INFERENCE_DETAILS = 20 };

/* Failed files that are older than a backup of their host without any. */
struct before_clean_backup {
    uint64_t files;
    uint64_t harmless; /* of them */
};

struct builder {
    const struct tally *tally;
    const struct catalog *catalog;
    const struct report_options *options;
    struct rollup *rollup;
    const struct hash_array
        *findings; /* of struct tally_finding: the tally's, then what shares tell */
    struct arena *arena;
    struct report *report;
    const struct tally_log **logs_by_host; /* made first, by build_sort_logs */
    uint32_t *owners; /* by the number of a job: that of the run that it is part of, or its
                         own; made with the report's jobs */
    struct host_backups *backups;                    /* by host; made with the report's jobs */
    struct before_clean_backup *before_clean_backup; /* by category */
    struct hash_array inferences; /* of struct inference; released by the draft's maker */
    struct fault *fault;
};

/* The shown form of a code; `has_code` false gives "-". False with the fault set. */
bool build_code(const struct builder *builder, bool has_code, uint32_t code,
                struct report_code *shown);

/* The text of host number `host`. */
struct span build_host(const struct builder *builder, uint32_t host);

/* What to do about the agent error number `error`, with the volumes that its records name: on all
 * hosts (`one` is NULL), or those of `one`. */
bool build_finding_actions(const struct builder *builder, size_t error,
                           const struct tally_finding *one, struct report_finding *finding);

/* What to do about the reason, whose category is number `category` and whose codes are listed. A
 * code with a remedy for the volume has that, too. */
bool build_reason_actions(const struct builder *builder, size_t category,
                          struct report_reason *reason);

/* Says of a reason whose files came without any code where their codes are to be found. */
void build_no_code(const struct builder *builder, struct report_reason *reason);

/* What the category says to do, for a failure of it. */
void build_failure_actions(const struct builder *builder, const struct catalog_category *category,
                           struct report_other_failure *failure);

/* Logs of one host in the order in which they were read. */
struct host_logs {
    const struct tally_log *const *logs;
    size_t count;
};

/* What build_logs_of needs. Hosts may be as many as logs, and what is asked of each host must
 * not be a look at all logs. */
bool build_sort_logs(struct builder *builder);
struct host_logs build_logs_of(const struct builder *builder, struct span host);

/* `part` of all distinct files, in percent. */
double build_share(const struct builder *builder, uint64_t part);

/* Negative, 0 or positive: the larger number first. */
int build_more_first(uint64_t a, uint64_t b);

/* One fact of an inference: `events` of them, at `time`; `detail` tells it, `example` stands for
 * it. The agent error is the catalog's row of that symbol; without one nothing happens. */
struct inferred_fact {
    const char *symbol;
    struct span host;
    uint64_t events;
    struct datetime first;
    struct datetime last;
    struct sentence detail;
    struct report_example example;
};
bool build_infer(struct builder *builder, const struct inferred_fact *fact);

/* Pairs starts and stops out of event lists: runs in an array lent by the draft's arena. */
bool build_event_runs(const struct builder *builder, struct job **runs, size_t *count);
/* The name and the mark of a cell's rule, "" without one. */
const char *build_context_name(const struct builder *builder, const struct tally_bucket *bucket);
const char *build_context_mark(const struct builder *builder, const struct tally_bucket *bucket);

/* Notes when the latest backups of each host went well or failed; made with the jobs. */
struct job_run;
bool build_note_backups(struct builder *builder, const struct job_run *runs, size_t count);

/* Whether a backup of the host completed behind `moment`: an error of that time, which put content
 * at risk, is so no longer. */
bool build_is_overcome(const struct builder *builder, uint32_t host, struct datetime datetime);

/* Counts the failed files that are older than the latest backup of their host without failed
 * files; after the jobs, before the reasons. */
bool build_files_before_clean_backup(struct builder *builder);

/* Ranks the folders that hold most files of the reason, whose category is number `category`. */
bool build_folders(struct builder *builder, struct report_reason *reason, size_t category);

/* Lists the rules that concern files of the reason, whose category is number `category`, and counts
 * those that are harmless. */
bool build_contexts(struct builder *builder, struct report_reason *reason, size_t category);

/* Adds what the catalog's rules of shares find in the jobs (of struct tally_finding). */
bool build_share_findings(struct builder *builder, struct hash_array *findings);

/* Sums the failed files by run and category in the summary. */
bool build_job_parts(const struct builder *builder);

/* Each fills its part of the report. False with the fault set. */
bool build_reasons(struct builder *builder);
bool build_rows(struct builder *builder);
bool build_findings(struct builder *builder);
bool build_other_failures(struct builder *builder);
bool build_jobs(struct builder *builder);
bool build_groups(struct builder *builder); /* after the jobs */

/* What follows from the jobs; after them, and before the findings. */
bool build_schedule(struct builder *builder);      /* missing and overlapping runs */
bool build_files_limit(struct builder *builder);   /* runs near the agent's limit of failed files */
bool build_bare_failures(struct builder *builder); /* runs that failed and do not say why */
bool build_steps(struct builder *builder);
bool build_years(struct builder *builder); /* the year_doubt */
bool build_reading(
    struct builder *builder); /* logs, hosts, books, period, skipped, problems, limits */

#endif
