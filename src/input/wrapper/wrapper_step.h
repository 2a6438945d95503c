/* The steps that a wrapper consists of, in the order in which they are taken off. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_STEP_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_STEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/wrapper_kind.h"

struct wrapper_step {
    enum wrapper_kind kind;
    char mark;           /* NUMBERS: what follows the number. COLUMNS, MATCHES: the separator */
    bool has_numbers;    /* FILES: a line number follows the name */
    bool has_columns;    /* FILES, NUMBERS: the number of a column follows that of the line */
    bool trusts_folders; /* FILES: a folder names the host */
    bool has_headings;   /* NUMBERS: names of files stand over the lines */
    bool marks_all;      /* FILES, NUMBERS: the lines are numbered from 1 on without a gap;
                             QUOTES: all lines are quoted */
    bool is_trace;       /* BREAKS: of an engine log, not of a list */
    bool is_sentence;    /* BREAKS: of sentences, as consoles and mails wrap them */
    bool is_hard;        /* BREAKS, MATCHES: anywhere, not between words only */
    uint8_t line_column; /* MATCHES: the column of the line that was found */
    uint8_t file_column; /* MATCHES: the column of the file that it was found in */
    bool has_host;       /* MATCHES: that column names the host itself */
    uint8_t indent;      /* MATCHES: of the values in a list */
    size_t width;        /* BREAKS, MATCHES: of the screen or of the values, in columns */
};

/* No steps: nothing is taken off. */
struct wrapper {
    struct wrapper_step steps[MAX_WRAPPER_STEPS];
    size_t count;
};

#endif
