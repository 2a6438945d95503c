/* Reads the lines of a block: which are records, and with which fields. */
#ifndef MARSIFT_GRAMMAR_MATCH_RECORD_READER_H
#define MARSIFT_GRAMMAR_MATCH_RECORD_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "grammar/dialect.h"
#include "grammar/event.h"
#include "grammar/match/column_reader.h"
#include "grammar/pattern.h"
#include "input/log.h"

/* One line, read. Its spans are lent by the block. */
struct parsed_line {
    size_t line;
    bool is_valid; /* false: nothing else is set */
    bool is_record;
    const char *limited_pattern; /* "record" or "joined" if it reached its step limit, or NULL */
    bool has_only_columns;       /* only fields of columns are set */
    size_t rest;                 /* offset of another record on the line; 0: none */
    struct span fields[FIELD_COUNT];
};

/* The facts of a line that are found before its fields are needed: is_record and the columns by the
 * record reader, the rest by prefilter_scan. Of a line that does not fit the columns of its
 * dialect, only `resolved` may be set. */
struct line_layout {
    bool is_record;                 /* the line fits the columns */
    bool may_hold_another;          /* record_reader_may_hold_another */
    uint32_t resolved;              /* see prefilter_resolved_line; 0: not resolved */
    const struct rule *cached_rule; /* the rule that takes the line, by the noise cache; or NULL */
    struct column_layout columns;
};

/* Reads the lines of one block in order, with one line of look-ahead and the last record kept. Each
 * line is parsed once. */
struct record_reader {
    const struct dialect *dialect;
    struct pattern_scratch *patterns;
    bool uses_columns;
    const struct block *block;
    struct line_layout *layouts; /* by line */
    size_t layout_capacity;
    struct column_cache cache;
    struct parsed_line slots[3]; /* these three take turns: */
    struct parsed_line *last;    /* the last record, if valid */
    struct parsed_line *current;
    struct parsed_line *next;
    size_t cut_line; /* the line of which the first `cut_bytes` have been read */
    size_t cut_bytes;
};

/* Starts with `block`, which is lent until the next start. False without memory. */
bool record_reader_start(struct record_reader *reader, const struct block *block,
                         struct fault *fault);

/* Frees what the reader keeps from block to block. */
void record_reader_release(struct record_reader *reader);

/* True if the lines may fit columns. */
static inline bool record_reader_has_layouts(const struct record_reader *reader)
{
    return reader->uses_columns && reader->dialect->columns.count > 0;
}

/* True if another record may begin within the message of a record that fits the columns: it
 * contains the separator of a date. */
bool record_reader_may_hold_another(const struct record_reader *reader, struct span message);

/* Returns the line without its terminator, and without what record_reader_cut took off. */
struct span record_reader_line(const struct record_reader *reader, size_t index);

/* True if the line, the current one or that after it, is a record. */
bool record_reader_is_record(struct record_reader *reader, size_t index);

/* Stores the fields of a line that fits the columns, which any line of the block may be. */
void record_reader_columns(struct record_reader *reader, size_t index,
                           struct span fields[FIELD_COUNT]);

/* Makes the line the current one. The result is lent until the advance after the next. */
const struct parsed_line *record_reader_advance(struct record_reader *reader, size_t index);

/* Cuts the current line down to its rest, for another advance to it. */
void record_reader_cut(struct record_reader *reader);

/* Makes the current line, a record, the last one. */
void record_reader_set_last(struct record_reader *reader);

#endif
