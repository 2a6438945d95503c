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
struct reading {
    size_t line;
    bool is_known;
    bool is_record;
    const char *gave_up;   /* which pattern of the two reached its step limit, or NULL */
    bool has_only_columns; /* no fields but those of columns are set */
    size_t rest;           /* where another record begins on the line; 0: nowhere */
    struct span fields[FIELD_COUNT];
};

/* What is known of a line before anybody needs its fields. */
struct line_head {
    bool is_record;           /* it fits the columns: the rest is known only of those */
    bool may_hold_another;    /* reader_may_hold_another (set by matching_scan) */
    bool is_settled;          /* the first rule takes it (set by matching_scan) */
    const struct rule *known; /* the rule that takes it, if its message is known (likewise) */
    struct columns_place place;
};

/* The lines of one block, read one after another, with a look at the next one and a memory of the
 * last record. Each line is taken apart once. */
struct reader {
    const struct dialect *dialect;
    struct pattern_scratch *patterns;
    bool uses_columns;
    const struct block *block;
    struct line_head *heads; /* one for each line; all zero without columns */
    size_t head_capacity;
    struct columns_memory memory;
    struct reading slots[3]; /* in turn: */
    struct reading *last;    /* the last record, when `is_known` */
    struct reading *at_hand;
    struct reading *ahead;
    size_t cut_line; /* a line of which the first `cut_bytes` have been read */
    size_t cut_bytes;
};

/* Starts with `block`, lent until the next start. False without memory. */
bool reader_start(struct reader *reader, const struct block *block, struct fault *fault);

/* Frees what the reader keeps from block to block. */
void reader_release(struct reader *reader);

/* Whether the lines may have heads. */
static inline bool reader_has_heads(const struct reader *reader)
{
    return reader->uses_columns && reader->dialect->columns.count > 0;
}

/* Whether another record may begin within the message of a record: it has what parts the numbers of
 * a date, which the columns have. */
bool reader_may_hold_another(const struct reader *reader, struct span message);

/* The line without its terminator, and without what reader_cut took off. */
struct span reader_line(const struct reader *reader, size_t index);

/* Whether the line is a record; it may be asked for again. */
bool reader_is_record(struct reader *reader, size_t index);

/* Moves on to a line: its reading, which stays until the move after the next. */
const struct reading *reader_move(struct reader *reader, size_t index);

/* Leaves of the line at hand only its rest, to be moved to once more. */
void reader_cut(struct reader *reader);

/* Makes the line at hand, a record, the last one. */
void reader_keep(struct reader *reader);

#endif
