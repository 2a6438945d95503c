/* The kinds of logs that marsift knows, which decide how a log is counted and what a report misses.
 * A grammar names the kind of its logs; it may name one of its author's own. */
#ifndef MARSIFT_GRAMMAR_LOG_KIND_H
#define MARSIFT_GRAMMAR_LOG_KIND_H

/* In the order in which reports list them. id, word in grammars and machine formats */
#define LOG_KINDS(KIND)                                                                            \
    KIND(ENGINE_LOG, "engine-log")                                                                 \
    KIND(FAILED_FILES_LIST, "failed-files-list")                                                   \
    KIND(EVENTS, "events")                                                                         \
    KIND(JOB_TABLE, "job-table")                                                                   \
    KIND(BACKUP_ERROR_LOG, "backup-error-log")                                                     \
    KIND(CONSOLE, "console")                                                                       \
    KIND(SYSTEM_INFORMATION, "system-information")                                                 \
    KIND(MESSAGES, "messages")                                                                     \
    KIND(TEXT, "text")

enum log_kind {
    LOG_KIND_OTHER, /* a word of a grammar's author; only zero is not in the list */
#define LOG_KIND_ID(id, word) LOG_KIND_##id,
    LOG_KINDS(LOG_KIND_ID)
#undef LOG_KIND_ID
        LOG_KIND_COUNT
};

/* The kind that `word` names; LOG_KIND_OTHER if none has it. */
enum log_kind log_kind_of_word(const char *word);

/* "engine-log" ...; "" for LOG_KIND_OTHER, whose word only its grammar knows. */
const char *log_kind_word(enum log_kind kind);

#endif
