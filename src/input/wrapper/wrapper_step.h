/* The steps that a wrapper consists of, in the order in which they are taken off. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_STEP_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_STEP_H

#include <stdbool.h>
#include <stddef.h>

/* id, short description */
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
    KIND(FILES, "file names of a search")                                                          \
    KIND(NUMBERS, "line numbers")                                                                  \
    KIND(QUOTES, "quote marks")                                                                    \
    KIND(BULLETS, "list marks")                                                                    \
    KIND(BOLD, "bold letters")                                                                     \
    KIND(TABLE, "a table's bars")                                                                  \
    KIND(COLUMNS, "separators of columns")                                                         \
    KIND(BREAKS, "line breaks of a screen")

enum wrapper_kind {
#define WRAPPER_KIND_ID(id, description) WRAPPER_##id,
    WRAPPER_KINDS(WRAPPER_KIND_ID)
#undef WRAPPER_KIND_ID
        WRAPPER_KIND_COUNT
};

struct wrapper_step {
    enum wrapper_kind kind;
    char mark;           /* NUMBERS: what follows the number. COLUMNS: the separator */
    bool has_numbers;    /* FILES: a line number follows the name */
    bool has_columns;    /* FILES, NUMBERS: the number of a column follows that of the line */
    bool trusts_folders; /* FILES: a folder names the host */
    bool has_headings;   /* NUMBERS: names of files stand over the lines */
    bool counts_all;     /* FILES, NUMBERS: the lines are numbered from 1 on without a gap */
    bool is_trace;       /* BREAKS: of an engine log, not of a list */
    bool is_hard;        /* BREAKS: anywhere, not between words only */
    size_t width;        /* BREAKS: of the screen, in columns */
};

enum { MAX_WRAPPER_STEPS = 8 };

/* No steps: nothing is taken off. */
struct wrapper {
    struct wrapper_step steps[MAX_WRAPPER_STEPS];
    size_t count;
};

#endif
