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

/* Columns side by side that repeat together from record to record. */
struct column_group {
    size_t first;
    size_t count;
    bool is_clock;   /* it is nothing but a clock */
    bool may_repeat; /* it is worth remembering */
};

/* What a byte may be part of. */
enum { COLUMN_KIND_DIGIT = 1, COLUMN_KIND_HEX = 2, COLUMN_KIND_PLACE = 4 };

struct columns {
    struct column list[MAX_COLUMNS];
    struct column_group runs[MAX_COLUMN_GROUPS]; /* all columns but the last */
    size_t run_count;
    size_t count; /* 0: the dialect names none */
    bool has_date;
    unsigned char kinds[256]; /* by byte: a sum of COLUMN_KINDs */
};

/* Reads the value of a grammar's `columns`: names with a blank between, each that of a field with a
 * form of its own (pid, tid, date, time, component, source, job), `pointer`, `nothing`,
 * `level=WORD|WORD...`, and `message`, which is the last. A `?` behind a name: the column may be
 * empty, which a date may not: of records that are merged only the last tells when they were.
 * Anything else is a FAULT_GRAMMAR. `text` is lent to the columns. */
bool columns_parse(struct span text, struct columns *columns, struct fault *fault);

/* A run of cells that fitted. */
struct cached_columns {
    const char *bytes;   /* lent by the block; a tab ends each cell */
    uint16_t length;     /* 0: none */
    uint8_t word;        /* which of its words stands there, or COLUMN_NO_WORD */
    uint8_t field_count; /* of the cells that are fields: */
    struct {
        uint16_t start;
        uint16_t length;
        uint16_t field; /* an event_field */
    } fields[MAX_GROUP_COLUMNS];
};

/* What one thread remembers of a block's records: equal bytes are of equal form, and most columns
 * of most records repeat. What is remembered stays for the block; start the next one with `= {0}`.
 */
enum {
    COLUMN_CACHE_SET_BITS = 4,
    COLUMN_CACHE_WAYS = 4,
    COLUMN_CACHE_SLOTS = COLUMN_CACHE_WAYS << COLUMN_CACHE_SET_BITS,
    COLUMN_NO_WORD = 255
};
struct column_cache {
    struct cached_columns runs[MAX_COLUMN_GROUPS][COLUMN_CACHE_SLOTS];
    struct cached_columns fresh[MAX_COLUMN_GROUPS]; /* of the last line: what is not remembered */
};

/* Where the columns of a line lie. */
struct columns_place {
    uint32_t rest;   /* of the last column, from the line's start */
    uint8_t word;    /* of the level, a number into its `words`; or COLUMN_NO_WORD */
    bool is_lasting; /* valid for the block; otherwise until the next columns_find */
    uint8_t slots[MAX_COLUMN_GROUPS]; /* by run: where the memory has it */
};

/* Takes `line` apart by `columns`, of which there is one at least. False, with `place` in no
 * particular state, when it does not fit exactly. */
bool columns_find(const struct columns *columns, struct span line, struct column_cache *memory,
                  struct columns_place *place);

/* The fields of the `line` that columns_find took apart with this memory, lent by it. */
void columns_fields(const struct columns *columns, const struct column_cache *memory,
                    struct span line, const struct columns_place *place,
                    struct span fields[FIELD_COUNT]);

#endif
