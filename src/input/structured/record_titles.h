/* The titles of columns and labels by which the records of a dialect come in tables, lists, CSV,
 * JSON and XML, and the record line that the structured reader makes of such a record. */
#ifndef MARSIFT_INPUT_STRUCTURED_RECORD_TITLES_H
#define MARSIFT_INPUT_STRUCTURED_RECORD_TITLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* A record line is this byte, the dialect's name, and for each cell in order a tab and its value,
 * without tabs and line ends; a cell that the record does not have is empty. Text cannot begin with
 * this byte (the information separator three of ASCII) by accident. */
#define RECORD_LINE_MARK "\x1d"

enum {
    MAX_RECORD_CELLS = 24,
    MAX_CELL_PARTS = 4,
    MAX_RECORD_NEEDS = 8,
    NO_RECORD_CELL = UINT8_MAX /* a known title whose value nobody needs */
};

struct record_title {
    struct span name;  /* compared without case, blanks, quotes and a colon at its end */
    uint8_t cell;      /* 0 to MAX_RECORD_CELLS - 1, or NO_RECORD_CELL */
    uint16_t rank;     /* of titles for one cell, the values of the lowest rank are taken */
    bool is_day_first; /* it is of a language that puts the day before the month */
    bool is_weak;      /* its value does not count for the needs of a record */
    bool is_numbered;  /* its numbers mean other than those of the cell's other titles: they are
                          written behind a '#' */
};

/* A cell that has the values of other cells, in this order, if none of them is empty. */
struct record_compound {
    size_t part_count; /* 0: the cell is no compound */
    uint8_t parts[MAX_CELL_PARTS];
};

/* Of one dialect; lent by it. */
struct record_titles {
    struct span dialect;
    struct record_title *titles;
    size_t title_count;
    size_t cell_count;
    struct record_compound compounds[MAX_RECORD_CELLS]; /* by cell */
    uint32_t needs[MAX_RECORD_NEEDS]; /* bits of cells: a record that has none of those of a need is
                                         not of the dialect */
    size_t need_count;
    bool is_parted; /* the words, in the last cell, may be several messages, each with a record line
                     */
    bool is_fallback;         /* a record is of the dialect only if it is of no other one */
    uint32_t moment_cells;    /* bits of cells that hold dates, */
    uint32_t error_cells;     /* and of those that hold codes and numbers of errors, 0 being none */
    struct span *level_words; /* by which records call their levels, in any language */
    size_t level_word_count;
    uint8_t text_cell; /* the cell of the record's words, which may have lines of their own;
                          without any it gets the values of the others */
};

/* True if the line begins with the mark of record lines. */
static inline bool record_titles_is_marked(struct span line)
{
    return line.length > 0 && line.bytes[0] == *RECORD_LINE_MARK;
}

#endif
