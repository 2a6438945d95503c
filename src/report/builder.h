/* Private to the report builder: the state that its stages share, and their common helpers. */
#ifndef MARSIFT_REPORT_BUILDER_H
#define MARSIFT_REPORT_BUILDER_H

#include "base/arena.h"
#include "base/fault.h"
#include "report/report.h"
#include "report/report_options.h"
#include "tally/file_counts.h"
#include "tally/finding_counts.h"
#include "tally/source_counts.h"
#include "tally/tally_parts.h"

struct backups;
struct outcomes;
struct rollup;
struct windows_failure;

/* What decides the states of files: see file_state.h. */
struct file_states {
    uint8_t *of_job; /* enum file_state of a file that only this job names; by job */
    uint32_t
        *settled; /* event_precedence_time of the newest begin that settles; 0: none; by host */
    uint64_t *unprotected; /* of files that several jobs name: a bit for each; by group */
    uint64_t *read;
    bool is_any_settled; /* some file may be no longer unprotected */
};

/* The parts of runs in tally->job_counts.job_buckets: chains of their numbers + 1, ended by 0. */
struct run_parts {
    uint32_t *first; /* by number of a run; NULL until they are needed */
    uint32_t *next;  /* by number of a part */
};

struct builder {
    const struct tally *tally;
    const struct catalog *catalog;
    const struct report_options *options;
    struct rollup *rollup;
    const struct hash_array *findings; /* of struct tally_finding: recorded ones and inferred ones;
                                          during build_findings only */
    struct arena *arena;
    struct report *report;
    const struct tally_log **logs_by_host; /* since build_host_logs */
    uint32_t *parent_run; /* by number of a job: that of the run that it belongs to, or its own;
                         since build_lists */
    struct run_parts run_parts; /* since job_reasons_find */
    struct backups *backups;    /* since build_jobs */
    struct outcomes *outcomes;  /* of each kind of each host; since recovered_prepare */
    struct windows_failure *windows_failures; /* sorted; since windows_failures_prepare */
    size_t windows_failure_count;
    struct file_states file_states;     /* since file_state_prepare */
    struct report_row *rows;            /* those of the report; since build_rows */
    struct report_reason *reasons;      /* those of the report; since build_reasons */
    struct report_host *hosts;          /* those of the report; since build_hosts */
    struct report_host **hosts_by_name; /* the same, sorted; since build_host_reasons */
    struct hash_array inferences;       /* of struct inference; released by report_build */
    struct hash_array told_runs; /* of const struct job *: runs of event lists, that failed as parts
                                    of runs that say why; the same */
    struct fault *fault;
};

/* Describes a code; `has_code` false gives "-". Leaves files and events at 0. False with the fault
 * set. */
bool builder_code(const struct builder *builder, bool has_code, uint32_t code,
                  struct report_code *shown);

/* The name of host number `host`. */
struct span builder_host(const struct builder *builder, uint32_t host);

/* `part` of all distinct files, in percent. */
double builder_share(const struct builder *builder, uint64_t part);

/* Orders larger numbers first, for comparisons: negative, 0 or positive. */
int builder_more_first(uint64_t a, uint64_t b);

#endif
