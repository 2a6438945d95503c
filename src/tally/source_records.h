/* What was read, and places in it. Written by the tally, and lent to the report as they are. */
#ifndef MARSIFT_TALLY_SOURCE_RECORDS_H
#define MARSIFT_TALLY_SOURCE_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "grammar/event.h"
#include "grammar/log_kind.h"
#include "grammar/reading.h"
#include "text/wrapper_kind.h"
#include "verdict/telling_line.h"

/* Lines of one log or of all. `lines` is the sum of `by_class`; lines outside --since and --until
 * are counted apart. */
struct books {
    uint64_t lines;
    uint64_t by_class[VERDICT_CLASS_COUNT];
    uint64_t outside_period;
};

/* True if `lines` is the sum of `by_class`, as it must be. */
bool source_records_balance(const struct books *books);

/* A line of a log: `log` indexes report.logs, `line` counts from 1. */
struct place {
    size_t log;
    uint64_t line;
};

/* True if `a` precedes `b` in the order of the input. */
bool source_place_is_before(struct place a, struct place b);

/* A record that shows what was counted. */
struct report_example {
    struct span path; /* or the text of a record without a path */
    struct place place;
};

/* How the dates of a log were read that do not say it themselves. */
struct report_dates {
    bool has_month_first; /* dates that could be read in both orders were read month first, */
    bool has_day_first;   /* or day first; both only where the separators differ */
    bool is_order_assumed;
    bool has_utc; /* some times are in UTC, since the offset of the clock is not known */
};

struct report_log {
    struct span source;
    struct span member;
    struct span host;    /* "-" if unknown */
    bool names_hosts;    /* its records do */
    bool named_directly; /* the user named or piped this very log */
    enum log_kind kind;
    unsigned other_kinds;   /* bits by enum log_kind: of records between its lines */
    const char *kind_name;  /* the word of its grammar, which LOG_KIND_OTHER leaves to it; "" when
                               none was chosen */
    const char *grammar;    /* "" when none was chosen: an empty log */
    struct reading reading; /* why by that grammar */
    struct wrapper_kinds taken_off;
    const char *encoding;
    struct books books;
    uint64_t repaired_lines; /* had bytes that are invalid in the encoding */
    uint64_t cut_lines;
    bool complete;
    struct span problem; /* why it is not complete, or is no log at all; or empty */
    struct datetime first_seen;
    struct datetime last_seen;
    struct report_dates dates;
};

/* A source or member that was passed over. */
struct report_skipped {
    struct span source;
    struct span member;
    const char *reason; /* "not-text", "unknown-text", "text-with-failures", "empty", "link",
                           "special": for machines */
    struct span detail;
};

/* Something that could not be read. */
struct report_problem {
    struct span source;
    struct span member;
    struct span sentence;
};

/* A limit that input reached. */
struct report_limit {
    const char *name;    /* "max_line_bytes" */
    const char *meaning; /* in the language of the report */
    uint64_t value;
    uint64_t times;
    const char *grammar; /* of the rule, for max_regex_steps; else NULL */
    const char *rule;    /* or another part of the grammar, such as "record" */
    struct span source;  /* where it was reached first */
    struct span member;
};

/* A line that no rule explains. */
struct report_unparsed {
    struct span text;    /* the line, cut to a readable length */
    struct span message; /* its part after the columns of a record; all of it without columns */
    struct place place;
    enum telling telling;
};

/* How a job ended, or whether it goes on. */
enum job_state {
    JOB_UNKNOWN,
    JOB_SUCCEEDED,
    JOB_WARNINGS,
    JOB_FAILED,
    JOB_RUNNING,
    JOB_HANGS, /* it has no end, and logged nothing for a day before the newest record */
    JOB_STATE_COUNT
};

/* "unknown" ... */
const char *source_records_job_state_name(enum job_state state);

#endif
