/* Which lines of a block are records, and with which fields. */
#ifndef MARSIFT_GRAMMAR_MATCH_RECORD_READER_H
#define MARSIFT_GRAMMAR_MATCH_RECORD_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "grammar/columns.h"
#include "grammar/dialect.h"
#include "grammar/event.h"
#include "grammar/pattern.h"
#include "input/log.h"

/* What is known of one line. Its spans are lent by the block. */
struct parsed_line {
    size_t line;
    bool is_known;
    bool is_record;
    const char *gave_up;   /* which pattern of the two reached its step limit, or NULL */
    bool has_only_columns; /* no fields but those of columns are set */
    size_t rest;           /* where another record begins on the line; 0: nowhere */
    struct span fields[FIELD_COUNT];
};

/* What is known of a line before anybody needs its fields. */
struct line_layout {
    bool is_record;           /* it fits the columns: the rest is known only of those */
    bool may_hold_another;    /* record_reader_may_hold_another (set by prefilter_scan) */
    bool is_settled;          /* the first rule takes it (set by prefilter_scan) */
    const struct rule *known; /* the rule that takes it, if its message is known (likewise) */
    struct columns_place place;
};

/* The lines of one block, read one after another, with a look at the next one and a memory of the
 * last record. Each line is taken apart once. */
struct record_reader {
    const struct dialect *dialect;
    struct pattern_scratch *patterns;
    bool uses_columns;
    const struct block *block;
    struct line_layout *heads; /* one for each line; all zero without columns */
    size_t head_capacity;
    struct column_cache memory;
    struct parsed_line slots[3]; /* in turn: */
    struct parsed_line *last;    /* the last record, when `is_known` */
    struct parsed_line *at_hand;
    struct parsed_line *ahead;
    size_t cut_line; /* a line of which the first `cut_bytes` have been read */
    size_t cut_bytes;
};

/* Starts with `block`, lent until the next start. False without memory. */
bool record_reader_start(struct record_reader *reader, const struct block *block,
                         struct fault *fault);

/* Frees what the reader keeps from block to block. */
void record_reader_release(struct record_reader *reader);

/* Whether the lines may have heads. */
static inline bool record_reader_has_heads(const struct record_reader *reader)
{
    return reader->uses_columns && reader->dialect->columns.count > 0;
}

/* Whether another record may begin within the message of a record: it has what parts the numbers of
 * a date, which the columns have. */
bool record_reader_may_hold_another(const struct record_reader *reader, struct span message);

/* The line without its terminator, and without what record_reader_cut took off. */
struct span record_reader_line(const struct record_reader *reader, size_t index);

/* Whether the line is a record; it may be asked for again. */
bool record_reader_is_record(struct record_reader *reader, size_t index);

/* Moves on to a line: its reading, which stays until the move after the next. */
const struct parsed_line *record_reader_move(struct record_reader *reader, size_t index);

/* Leaves of the line at hand only its rest, to be moved to once more. */
void record_reader_cut(struct record_reader *reader);

/* Makes the line at hand, a record, the last one. */
void record_reader_keep(struct record_reader *reader);

#endif
