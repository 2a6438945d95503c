/* Rows of cells parted by commas, semicolons or tabs, below a heading that a dialect knows:
 * Export-Csv, ConvertTo-Csv, the Event Viewer, spreadsheets, portals. A quoted cell may have line
 * ends. */
#ifndef MARSIFT_INPUT_STRUCTURED_CSV_FORM_H
#define MARSIFT_INPUT_STRUCTURED_CSV_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "input/structured/form.h"

enum { MAX_CSV_CELLS = 128 };

/* Start with zeros, end with csv_form_release. */
struct csv_form {
    char separator;        /* 0: no heading yet */
    struct buffer heading; /* the heading's line */
    struct buffer row;     /* the lines of a row that is not complete */
    size_t line_count;     /* in `row` */
    size_t quote_count;    /* in `row` */
    size_t column_count;
};

struct form csv_form(struct csv_form *csv);
void csv_form_release(struct csv_form *csv);

#endif
