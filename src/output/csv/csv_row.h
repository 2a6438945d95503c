/* One row of CSV, cell by cell. A cell never contains a line break, so a row is a line. */
#ifndef MARSIFT_OUTPUT_CSV_CSV_ROW_H
#define MARSIFT_OUTPUT_CSV_CSV_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "output/write/format.h"

/* Start as `struct csv_row row = {.writer = ..., .options = ...};`. After csv_row_end it is ready
 * for the next row. */
struct csv_row {
    struct writer *writer;
    const struct render_options *options;
    bool has_cells;
};

/* Begins the output: a byte order mark if the options want one, and the header row. */
void csv_begin(struct writer *writer, const struct render_options *options, const char *columns);

void csv_cell(struct csv_row *row, struct span text);

/* NULL is an empty cell, as in the following. */
void csv_cell_text(struct csv_row *row, const char *text);
void csv_cell_count(struct csv_row *row, const uint64_t *count);
void csv_cell_percent(struct csv_row *row, const double *percent);
void csv_cell_flag(struct csv_row *row, const bool *flag);
void csv_cell_datetime(struct csv_row *row, struct datetime datetime);

void csv_row_end(struct csv_row *row);

#endif
