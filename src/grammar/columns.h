/* The value of a grammar's `columns`: the usual layout of a record, as tab-separated columns of
 * fixed forms. Lines of that layout need no `record` pattern (fast path 1 in matcher_private.h). */
#ifndef MARSIFT_GRAMMAR_COLUMNS_H
#define MARSIFT_GRAMMAR_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"
#include "grammar/event.h"

enum { MAX_COLUMNS = 16, MAX_COLUMN_WORDS = 8, MAX_COLUMN_GROUPS = 8, MAX_GROUP_COLUMNS = 4 };

enum column_form {
    COLUMN_HEX,     /* 1 to 8 hexadecimal digits */
    COLUMN_DAY,     /* 08/04 */
    COLUMN_CLOCK,   /* 13:16:29.206 */
    COLUMN_NUMBER,  /* 1 to 4 digits */
    COLUMN_PLACE,   /* mtffile.cpp(1372), up to 100 bytes before the bracket */
    COLUMN_POINTER, /* [0000000053582120] */
    COLUMN_GUID,    /* without braces */
    COLUMN_NOTHING, /* always empty */
    COLUMN_MACHINE, /* hexadecimal digits and dashes, up to 64 */
    COLUMN_WORD,    /* one of the words that the grammar lists */
    COLUMN_REST     /* everything up to the end of the line */
};

struct column {
    enum column_form form;
    enum event_field field;              /* FIELD_COUNT: captures none */
    bool may_be_empty;                   /* NOTHING and MACHINE may even be missing */
    struct span words[MAX_COLUMN_WORDS]; /* lent by the grammar */
    size_t word_count;
};

/* Adjacent columns whose values repeat together from record to record. */
struct column_group {
    size_t first;
    size_t count;
    bool is_clock;   /* the clock and nothing else */
    bool may_repeat; /* worth caching */
};

/* The classes of bytes: bits. */
enum { COLUMN_BYTE_DIGIT = 1, COLUMN_BYTE_HEX = 2, COLUMN_BYTE_PLACE = 4, COLUMN_BYTE_MACHINE = 8 };

struct columns {
    struct column list[MAX_COLUMNS];
    struct column_group groups[MAX_COLUMN_GROUPS]; /* all columns but the last */
    size_t group_count;
    size_t count; /* 0: the dialect has no columns */
    bool has_date;
    unsigned char byte_classes[256]; /* by byte: COLUMN_BYTE_ bits */
};

/* Parses the value of `columns`: names separated by blanks. A name is that of a field with a form
 * of its own (pid, tid, date, time, component, source, job), or `pointer`, `nothing`, `machine`,
 * `level=WORD|WORD...`, or `message`, which comes last. A `?` after a name allows the column to be
 * empty; a date may not be, because merged records take their time from the last one. Anything else
 * is a FAULT_GRAMMAR. `text` is lent to the columns. */
bool columns_parse(struct span text, struct columns *columns, struct fault *fault);

#endif
