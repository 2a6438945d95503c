/* An event: one record of a log, its class and the fields that its rule captured. */
#ifndef MARSIFT_GRAMMAR_EVENT_H
#define MARSIFT_GRAMMAR_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "grammar/host_fact.h"

/* The classes of lines, in the order in which reports show them: every line has exactly one.
 * id, name in JSON, meaning */
#define VERDICT_CLASSES(CLASS)                                                                     \
    CLASS(FAILED_FILE, "failed_files", "names a file that was not backed up")                      \
    CLASS(FINDING, "findings", "a known error of the agent")                                       \
    CLASS(OTHER_FAILURE, "other_failures", "a failure of no file to protect, and no finding")      \
    CLASS(NOISE, "noise", "understood and harmless")                                               \
    CLASS(UNPARSED, "unparsed", "no rule understands it")                                          \
    CLASS(FRAME, "frame", "headers, rules, blank lines, continuations")

enum verdict_class {
#define CLASS_ID(id, name, meaning) VERDICT_##id,
    VERDICT_CLASSES(CLASS_ID)
#undef CLASS_ID
        VERDICT_CLASS_COUNT
};

/* The fields that a rule may capture, named like the groups of its pattern.
 * id, group name, meaning */
#define EVENT_FIELDS(FIELD)                                                                        \
    FIELD(CODE, "code", "a failure code in any notation")                                          \
    FIELD(PATH, "path", "the file")                                                                \
    FIELD(MESSAGE, "message", "the text of the record or the error text beside a path")            \
    FIELD(OPERATION, "operation", "what failed: BackupRead, enumerate, write ...")                 \
    FIELD(ID, "id", "a number of the agent's own errors, decimal or hexadecimal")                  \
    FIELD(SYMBOL, "symbol", "a symbolic name: SalLowDiskSpace, System.IO.IOException ...")         \
    FIELD(EVENT, "event", "the number of an event of the CloudBackup channel")                     \
    FIELD(DATE, "date", "08/04, 2020-08-04; the time may follow it")                               \
    FIELD(TIME, "time", "13:16:29.206")                                                            \
    FIELD(JOB, "job", "the task GUID")                                                             \
    FIELD(LEVEL, "level", "NORMAL, WARNING, FATAL ...")                                            \
    FIELD(SOURCE, "source", "module and line: mtffile.cpp(1372)")                                  \
    FIELD(PID, "pid", "the process")                                                               \
    FIELD(TID, "tid", "the thread")                                                                \
    FIELD(COMPONENT, "component", "the number of the module's component")                          \
    FIELD(HOST, "host", "the server that a prefix of the line names")                              \
    FIELD(STEP, "step", "a milestone of a job")                                                    \
    FIELD(PROVIDER, "provider", "the source of a Windows event: CloudBackup, VSS ...")             \
    FIELD(STATE, "state", "how a job ended or stands: Completed, Aborted ...")                     \
    FIELD(END, "end", "when a job ended, date and time in one text")                               \
    FIELD(GOOD, "good", "when the job ended well for the last time, in one text")                  \
    FIELD(TYPE, "type", "the type of a job: Backup, Recovery ...")                                 \
    FIELD(ITEM, "item", "what a job protects: a volume, a folder, System State")

enum event_field {
#define FIELD_ID(id, name, meaning) FIELD_##id,
    EVENT_FIELDS(FIELD_ID)
#undef FIELD_ID
        FIELD_COUNT
};

/* The fields that are equal in the records that managed code writes for one exception: those after
 * the first continue it. */
#define EVENT_PREFIX_FIELDS                                                                        \
    {                                                                                              \
        FIELD_PID, FIELD_TID, FIELD_DATE, FIELD_TIME, FIELD_SOURCE, FIELD_LEVEL                    \
    }

/* What a failure may say that other lines of the text say, too, with more: the subject of a mail
 * repeats what is below it, a summary what is above it, "stopped before completing" what comes
 * next, its reason, and the failure of a volume that of its run if code or reason are the same. The
 * error of a job says more than the record of the job above it, which only says that it failed. The
 * details of a job of DPM give the reason that the alert on its failing jobs gives, above or below.
 */
enum event_repeat {
    REPEATS_NOTHING,
    REPEATS_BELOW,
    REPEATS_ABOVE,
    REPEATS_NEXT,
    REPEATS_SAME,
    REPEATS_JOB,
    REPEATS_ALERT
};

/* No message was found. */
#define EVENT_NO_LITERAL UINT32_MAX

/* One record. Its spans are lent by the block that it was matched in. A field that the rule does
 * not capture is an empty span with bytes NULL. */
struct event {
    enum verdict_class class; /* that of its rule; a verdict may overrule it */
    enum host_fact fact;      /* that its rule names; the value is FIELD_ITEM */
    const char *rule;         /* the rule's name; NULL if no rule fits */
    uint32_t line;            /* index of its first line in the block */
    uint32_t line_count;      /* 1, plus the lines that continue it; of a record on the line of
                                 the one before, only those that continue it */
    uint32_t record_count;    /* 1; of merged harmless records, of one line each, their number; 0 of
                                 a record on the line of the one before, which counts the line */
    uint32_t literal;  /* the longest message of the catalog that it reports, or EVENT_NO_LITERAL;
                          not searched for in what is harmless, frame or a failed file */
    bool is_record;    /* it fits its dialect's `record`, or its columns */
    bool is_doubtful;  /* it may belong to the harmless record before it: its words and numbers
                          prove nothing */
    bool is_otherwise; /* its rule is one with `otherwise` */
    bool may_continue; /* the block's first record, taken by no rule: if the last record of the
                          block before has equal EVENT_PREFIX_FIELDS, this one continues it and is
                          frame */
    bool
        has_outer_host; /* FIELD_HOST is what the wrapper of its line names: it names none itself */
    enum event_repeat repeats; /* that its rule names */
    size_t limited_rule_count; /* patterns that reached their step limit, so that nobody knows
                                  whether they fit: */
    const char *const *limited_rules; /* their rules, or what else of the grammar they are, such as
                                         "record"; lent until the next event */
    struct span text;                 /* the whole record */
    struct span body; /* its message and what follows it; the whole text if it has no columns */
    const struct span *fields; /* FIELD_COUNT of them, lent like the spans */
};

#endif
