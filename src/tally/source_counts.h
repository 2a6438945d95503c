/* The logs of a run, line by line accounted for, and everything that was not read: what was passed
 * over, what could not be read, and the limits that input reached.
 *
 * Merge: logs, skipped, problems and unparsed are concatenated, so that the log numbers of the
 * other tally shift; limits are a union by limit or rule, their `times` are sums. The years of a
 * log are settled by its own records alone. */
#ifndef MARSIFT_TALLY_SOURCE_COUNTS_H
#define MARSIFT_TALLY_SOURCE_COUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/datetime.h"
#include "base/fault.h"
#include "base/hash_array.h"
#include "base/limits.h"
#include "base/span.h"
#include "tally/held_blocks.h"
#include "tally/source_records.h"
#include "tally/year_inference.h"
#include "verdict/date_evidence.h"

/* One log while it is counted. An input may have as many as files: what is small is together. */
struct tally_log {
    struct report_log shown;
    size_t index;
    struct span name;          /* of the file */
    struct datetime name_date; /* the time of records that have none */
    struct datetime name_time; /* of a list: the same with the time of day, if its name has one */
    struct year_inference calendar;
    struct date_evidence dates;
    struct held_list held;         /* blocks that wait for what `dates` do not show yet */
    struct datetime last_time;     /* the last time that event_precedence_time was asked for */
    uint64_t shown_host_key;       /* the key of `shown.host` */
    uint64_t host_key;             /* of `host` */
    uint64_t bare_line;            /* the line of the record of `bare_job` */
    uint64_t lines_before;         /* in the blocks that were counted already */
    uint64_t last_prefix;          /* of the last record; 0: none */
    uint32_t last_precedence_time; /* the answer to `last_time` */
    uint32_t named_host;           /* that its records name first, if `shown.names_hosts` */
    uint32_t host;                 /* if `has_host`: where records without a host count */
    uint32_t job;                  /* if `has_job`: of the last record with one */
    uint32_t job_host;
    uint32_t bare_job; /* if `has_bare_job`: the last job whose record only says that it failed */
    bool is_list;      /* a failed-files list, or Windows Server Backup's log of errors, is one job,
                          called after its file */
    bool is_system_state; /* Windows Server Backup's by its name, too: the agent's system state jobs
                             leave it */
    bool names_domains;   /* its records name hosts with their domains */
    bool names_several;   /* its records name other hosts than `named_host`, too */
    bool is_settled;      /* it waits for nothing any more */
    bool is_outside;      /* the last record was outside the period */
    bool has_host;
    bool has_job;
    bool has_bare_job;
};

struct source_counts {
    const struct limits *limits; /* lent */
    uint64_t seed;
    struct tally_log **logs;
    size_t log_count;
    size_t log_capacity;
    struct hash_array skipped;                   /* of struct report_skipped */
    struct hash_array problems;                  /* of struct report_problem */
    struct hash_array unparsed;                  /* of struct report_unparsed */
    struct report_limit limits_hit[LIMIT_COUNT]; /* times 0: not hit */
    struct hash_array limited_rules;             /* of struct report_limit, one for each rule */
    bool year_unknown;                           /* of a record's time */
};

/* Starts without logs. `limits` is lent until source_counts_release. */
void source_counts_open(struct source_counts *sources, const struct limits *limits, uint64_t seed);

void source_counts_release(struct source_counts *sources);

/* Adds a log of zeros, allocated in `arena`, with its index. Lent as long as the arena. NULL with
 * the fault set. */
struct tally_log *source_counts_add_log(struct source_counts *sources, struct arena *arena,
                                        struct fault *fault);

/* Note a source or member that was passed over, something that could not be read, and a limit that
 * was reached. Texts are copied to `arena`; `reason` is lent for good. False with the fault set. */
bool source_counts_note_skipped(struct source_counts *sources, struct arena *arena,
                                const struct report_skipped *skipped, struct fault *fault);
bool source_counts_note_problem(struct source_counts *sources, struct arena *arena,
                                const struct report_problem *problem, struct fault *fault);
bool source_counts_note_limit(struct source_counts *sources, struct arena *arena, enum limit_id id,
                              struct span source, struct span member, struct fault *fault);

/* Notes that a pattern reached max_regex_steps: that of a rule, or of another part, of the grammar.
 * Both names are lent for good. */
bool source_counts_note_limited_rule(struct source_counts *sources, struct arena *arena,
                                     const char *grammar, const char *rule, struct span source,
                                     struct span member, struct fault *fault);

#endif
