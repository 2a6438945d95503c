/* What a list of titles and values knows of its lines so far. */
#ifndef MARSIFT_INPUT_STRUCTURED_LIST_STATE_H
#define MARSIFT_INPUT_STRUCTURED_LIST_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "input/structured/list_nest.h"
#include "input/structured/record_line.h"

enum list_state {
    LIST_CLOSED,
    LIST_IN_PAIRS, /* the last line was a pair or continued one */
    LIST_IN_TEXT,  /* in free text, which may have blank lines */
    LIST_IN_XML    /* behind "Event Xml:", to the end of the event */
};

/* Start with zeros. */
struct list_form {
    enum list_state state;
    bool is_aligned;     /* the colons are in one column */
    bool has_head;       /* an event typed in short */
    bool has_equals;     /* "Level = Error" in place of colons */
    size_t blank_count;  /* of its pairs that blank lines follow */
    bool is_after_blank; /* the last line was blank */
    bool last_is_empty;  /* the last pair has no value on its line */
    bool last_is_known;  /* a dialect knows the last pair's title */
    size_t indent;       /* blanks before the first title */
    size_t colon;        /* the first colon's column */
    size_t value_column; /* of the last pair that has a value */
    struct list_nest nest;
    size_t line_count;    /* held lines */
    size_t pair_count;    /* lines with pairs */
    uint32_t first_title; /* that of the first pair */
    /* Free text has ended, or goes on with another paragraph: the XML of the event tells that it
     * went on. */
    size_t line_length; /* of the last line of text */
    size_t last_length; /* of the line before, pair or text */
    bool has_sentence;  /* a paragraph of the text is a whole sentence */
    bool is_doubtful;
    size_t certain_lines; /* before the doubt */
    struct record_extent certain;
};

#endif
