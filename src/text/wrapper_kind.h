/* What wraps the lines of a log, for those who take it off and those who say so. */
#ifndef MARSIFT_TEXT_WRAPPER_KIND_H
#define MARSIFT_TEXT_WRAPPER_KIND_H

#include <stdint.h>

/* KIND(id, its words in JSON) */
#define WRAPPER_KINDS(KIND)                                                                        \
    KIND(PRINTABLE, "a mail's quoted-printable")                                                   \
    KIND(JSON_LOG, "JSON of a container's log")                                                    \
    KIND(COLORS, "colour codes")                                                                   \
    KIND(INVISIBLE, "invisible characters")                                                        \
    KIND(BLANKS, "no-break spaces")                                                                \
    KIND(TAGS, "HTML tags")                                                                        \
    KIND(ENTITIES, "HTML entities")                                                                \
    KIND(ESCAPES, "doubled backslashes")                                                           \
    KIND(FENCES, "code fences")                                                                    \
    KIND(HARD_BREAKS, "line breaks of Markdown")                                                   \
    KIND(CONTAINER, "times of a container's log")                                                  \
    KIND(SYSLOG, "syslog heads")                                                                   \
    KIND(DIFF, "marks of a diff")                                                                  \
    KIND(MATCHES, "properties of what a search found")                                             \
    KIND(FILES, "file names of a search")                                                          \
    KIND(NUMBERS, "line numbers")                                                                  \
    KIND(QUOTES, "quote marks")                                                                    \
    KIND(BULLETS, "list marks")                                                                    \
    KIND(BOLD, "bold letters")                                                                     \
    KIND(TABLE, "a table's bars")                                                                  \
    KIND(COLUMNS, "separators of columns")                                                         \
    KIND(BREAKS, "line breaks of a screen")

enum wrapper_kind {
#define WRAPPER_KIND_ID(id, word) WRAPPER_##id,
    WRAPPER_KINDS(WRAPPER_KIND_ID)
#undef WRAPPER_KIND_ID
        WRAPPER_KIND_COUNT
};

enum { MAX_WRAPPER_STEPS = 8 };

/* The kinds that were taken off a log, in that order. Small, since each log of thousands has it. */
struct wrapper_kinds {
    uint8_t count;
    uint8_t kinds[MAX_WRAPPER_STEPS]; /* enum wrapper_kind */
};

#endif
