/* The type header of the grammar room: what a rule takes out of a record. */
#ifndef MARSIFT_GRAMMAR_EVENT_H
#define MARSIFT_GRAMMAR_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* The six classes of the books, in the order in which reports show them: every line has exactly
 * one. name in JSON and YAML, meaning */
#define VERDICT_CLASSES(CLASS)                                                                     \
    CLASS(FAILED_FILE, "failed_files", "names a file that was not backed up or restored")          \
    CLASS(FINDING, "findings", "a known error of the agent")                                       \
    CLASS(OTHER_FAILURE, "other_failures", "a failure that names no file and is no finding")       \
    CLASS(NOISE, "noise", "understood and harmless")                                               \
    CLASS(UNPARSED, "unparsed", "no rule understands it")                                          \
    CLASS(FRAME, "frame", "headers, rules, blank lines, continuations")

enum verdict_class {
#define CLASS_ID(id, name, meaning) VERDICT_##id,
    VERDICT_CLASSES(CLASS_ID)
#undef CLASS_ID
        VERDICT_CLASS_COUNT
};

/* The fields that a rule may capture: the group names of the patterns.
 * id, group name, meaning */
#define EVENT_FIELDS(FIELD)                                                                        \
    FIELD(CODE, "code", "a failure code in any notation")                                          \
    FIELD(PATH, "path", "the file")                                                                \
    FIELD(MESSAGE, "message", "the text of the record or the error text beside a path")            \
    FIELD(OPERATION, "operation", "what failed: BackupRead, enumerate, write ...")                 \
    FIELD(ID, "id", "a number of the agent's own errors, decimal or hexadecimal")                  \
    FIELD(SYMBOL, "symbol", "a symbolic name: SalLowDiskSpace, System.IO.IOException ...")         \
    FIELD(EVENT, "event", "the number of an event of the CloudBackup channel")                     \
    FIELD(DATE, "date", "08/04, 2020-08-04")                                                       \
    FIELD(TIME, "time", "13:16:29.206")                                                            \
    FIELD(JOB, "job", "the task GUID")                                                             \
    FIELD(LEVEL, "level", "NORMAL, WARNING, FATAL ...")                                            \
    FIELD(SOURCE, "source", "module and line: mtffile.cpp(1372)")                                  \
    FIELD(PID, "pid", "the process")                                                               \
    FIELD(TID, "tid", "the thread")                                                                \
    FIELD(COMPONENT, "component", "the number of the module's component")                          \
    FIELD(HOST, "host", "the server that a prefix of the line names")                              \
    FIELD(STEP, "step", "a milestone of a job")

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

/* No literal was met. */
#define EVENT_NO_LITERAL UINT32_MAX

/* One record. Its spans are lent by the block that it was matched in; a field that the rule does
 * not have is an empty span with bytes NULL. */
struct event {
    enum verdict_class class; /* what the rule says; diagnosis may know better */
    const char *rule;         /* the rule's name; NULL when no rule fits */
    uint32_t line;            /* of its first line within the block, from 0 */
    uint32_t line_count;      /* 1 + the lines that continue it */
    uint32_t record_count;    /* 1; of merged harmless records, a line each, how many; 0 of a record
                                 on the line of the one before, whose line it does not count */
    uint32_t literal; /* the longest known message that it says, or EVENT_NO_LITERAL; not looked for
                         in what is harmless, frame or a failed file */
    bool is_record;   /* it has the shape of its dialect's records */
    bool is_doubtful; /* it may belong to the harmless record before it: its words and
                         numbers prove nothing */
    size_t gave_up;   /* how many patterns reached their step limit before they could tell */
    bool may_continue; /* the block's first record, not understood: if the last record of the
                          block before has equal pid, tid, date, time, source and level,
                          it goes on with that one and is frame */
    struct span text;  /* the whole record */
    struct span body;  /* its message and what follows it; the whole text when it has no columns */
    const char *const *undecided; /* the rules of these patterns, or what else of the grammar they
                                     are, such as "record"; lent until the next event */
    const struct span *fields;    /* FIELD_COUNT of them, lent like the spans */
};

#endif
