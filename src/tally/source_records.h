/* What was read, and where something stands in it. */
#ifndef MARSIFT_TALLY_SOURCE_RECORDS_H
#define MARSIFT_TALLY_SOURCE_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "grammar/event.h"
#include "grammar/log_kind.h"

/* Lines of a log or of all: `lines` is the sum of `by_class`, always. Lines outside --since and
 * --until are not in it but beside it. */
struct books {
    uint64_t lines;
    uint64_t by_class[VERDICT_CLASS_COUNT];
    uint64_t outside_period;
};

bool source_records_balance(const struct books *books);

/* Where something stands: `log` indexes report.logs, `line` counts from 1. */
struct place {
    size_t log;
    uint64_t line;
};

struct report_example {
    struct span path; /* or the text of the record where there is no path */
    struct place place;
};

struct report_log {
    struct span source;
    struct span member;
    struct span host; /* "-" when it cannot be told */
    enum log_kind kind;
    const char *kind_name; /* the word of its grammar, which LOG_KIND_OTHER leaves to it; "" when
                              none was chosen */
    const char *grammar;   /* "" when none was chosen: an empty log */
    const char *encoding;
    struct books books;
    uint64_t repaired_lines; /* held bytes that the encoding does not allow */
    uint64_t cut_lines;
    bool complete;
    struct span problem; /* why it is not complete; empty otherwise */
    struct datetime first_seen;
    struct datetime last_seen;
};

struct report_skipped {
    struct span source;
    struct span member;
    const char *reason; /* "not-text", "unknown-text", "empty", "link", "special": for machines */
    struct span detail;
};

/* Something that could not be read. */
struct report_problem {
    struct span source;
    struct span member;
    struct span sentence;
};

struct report_limit {
    const char *name; /* "max_line_bytes" */
    const char *meaning;
    uint64_t value;
    uint64_t times;
    const char *grammar; /* max_regex_steps is counted for each rule; else NULL */
    const char *rule;    /* or another part of the grammar: "record" ... */
    struct span source;  /* where it was hit first */
    struct span member;
};

struct report_unparsed {
    struct span text;    /* the line, cut at a fitting length */
    struct span message; /* its part behind the columns of a record; all of it without columns */
    struct place place;
};

enum job_state {
    JOB_UNKNOWN,
    JOB_SUCCEEDED,
    JOB_WARNINGS,
    JOB_FAILED,
    JOB_RUNNING,
    JOB_STATE_COUNT
};

const char *source_records_job_state_name(enum job_state state);

#endif
