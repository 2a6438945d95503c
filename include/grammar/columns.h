/* The usual shape of a dialect's records, read without its `record` pattern: columns of known
 * forms, a tab between each two.
 *
 * Of 3 million records of an engine log each costs about 70 ns this way and 280 ns by the pattern.
 * It only accelerates: a line that does not fit exactly goes to the pattern, and what fits must
 * give the fields that the pattern gives, which the tests compare. */
#ifndef MARSIFT_GRAMMAR_COLUMNS_H
#define MARSIFT_GRAMMAR_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"
#include "grammar/event.h"

enum { MAX_COLUMNS = 16, MAX_COLUMN_WORDS = 8 };

enum column_form {
    COLUMN_HEX,     /* 1 to 8 hexadecimal digits */
    COLUMN_DAY,     /* 08/04 */
    COLUMN_CLOCK,   /* 13:16:29.206 */
    COLUMN_NUMBER,  /* 1 to 4 digits */
    COLUMN_PLACE,   /* mtffile.cpp(1372), up to 100 bytes before the bracket */
    COLUMN_POINTER, /* [0000000053582120] */
    COLUMN_GUID,    /* without braces */
    COLUMN_NOTHING, /* always empty */
    COLUMN_WORD,    /* one of the words that the grammar lists */
    COLUMN_REST     /* to the end of the line */
};

struct column {
    enum column_form form;
    enum event_field field;              /* FIELD_COUNT: none */
    bool may_be_empty;                   /* a column of nothing may even be missing */
    struct span words[MAX_COLUMN_WORDS]; /* lent by the grammar */
    size_t word_count;
};

struct columns {
    struct column list[MAX_COLUMNS];
    size_t count;             /* 0: the dialect names none */
    unsigned char kinds[256]; /* by byte: what it may be part of */
};

/* Reads the value of a grammar's `columns`: names with a blank between, each that of a field with a
 * form of its own (pid, tid, date, time, component, source, job), `pointer`, `nothing`,
 * `level=WORD|WORD...`, and `message`, which is the last. A `?` behind a name: the column may be
 * empty. Anything else is a FAULT_GRAMMAR. `text` is lent to the columns. */
bool columns_parse(struct span text, struct columns *columns, struct fault *fault);

/* What one thread remembers of the records before: equal bytes are of equal form, and most columns
 * of most records repeat. Its spans are lent by the block; start a block with `= {0}`. */
enum { COLUMN_MEMORIES = 8 };
struct columns_memory {
    struct span cells[MAX_COLUMNS][COLUMN_MEMORIES];
};

/* Takes `line` apart. False, with `fields` in no particular state, when it does not fit exactly. */
bool columns_read(const struct columns *columns, struct span line, struct columns_memory *memory,
                  struct span fields[FIELD_COUNT]);

#endif
