/* Rows of catalog files, the tables that they belong to, and the rules that every catalog file must
 * keep: a header row of known columns, each at most once, with every required one among them, and
 * as many cells in each row as in the header.
 *
 * A row's line is the one that it begins on; lines are counted from 1. */
#ifndef MARSIFT_CATALOG_CATALOG_ROW_H
#define MARSIFT_CATALOG_CATALOG_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"

enum { MAX_CATALOG_COLUMNS = 32 };

struct catalog_column {
    const char *name;
    bool is_required;
};

struct catalog_row;

/* Handles one row. The row and its cells are lent until it returns. */
typedef bool catalog_row_handler(void *context, const struct catalog_row *row, struct fault *fault);

struct catalog_table {
    const char *file; /* the built-in file: "catalog/hresults.csv" */
    const struct catalog_column *columns;
    size_t column_count; /* at most MAX_CATALOG_COLUMNS */
    catalog_row_handler *handle_row;
};

struct catalog_row {
    const char *file;
    uint64_t line;
    const struct catalog_table *table;
    const struct span *cells; /* in the order of table->columns, trimmed; empty for a column that
                                 the file does not have */
    bool is_embedded; /* the cells last as long as the program; base/embedded.h says what ends each
                         of them and each part of a list */
};

/* Sets a FAULT_CATALOG that begins with the row's file and line. Always false. */
bool catalog_row_fault(const struct catalog_row *row, struct fault *fault, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Sets a fault for a word that is none of `known` (ended by NULL) and suggests the nearest of them;
 * `what` says what the word was taken for. Always false. */
bool catalog_row_unknown(const struct catalog_row *row, const char *what, struct span word,
                         const char *const *known, struct fault *fault);

/* Length in bytes of the part of a wrong text that a message quotes; never ends inside a
 * character. */
int catalog_row_quoted_bytes(struct span text);

/* A header row that was read. */
struct catalog_header {
    const struct catalog_table *table;
    size_t count;                          /* cells of each row */
    size_t column_of[MAX_CATALOG_COLUMNS]; /* the table's column of each cell */
};

/* Reads the `count` cells of the header row `row`. The file belongs to the one of `tables` that has
 * most of its columns; of several to one of which no required column is missing, else to the first.
 */
bool catalog_header_read(struct catalog_header *header, const struct catalog_row *row, size_t count,
                         const struct catalog_table *tables, size_t table_count,
                         struct fault *fault);

#endif
