/* Tables of which a mail or a browser put each cell on a line of its own: first the titles of the
 * columns, then row by row the values, maybe with a blank line behind each. */
#ifndef MARSIFT_INPUT_STRUCTURED_CELL_FORM_H
#define MARSIFT_INPUT_STRUCTURED_CELL_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "input/structured/form.h"

enum { MAX_CELL_COLUMNS = 16, MAX_CELL_TITLE_BYTES = 40 };

/* Starts with zeros. */
struct cell_form {
    char titles[MAX_CELL_COLUMNS][MAX_CELL_TITLE_BYTES];
    size_t title_lengths[MAX_CELL_COLUMNS];
    size_t column_count;
    size_t filled; /* values of the row at hand */
    bool is_in_rows;
    bool is_held;  /* the reader holds lines */
    bool has_gaps; /* a blank line is behind each cell, and stands for none */
    bool is_after_blank;
    bool is_barred; /* the next line was found to begin no heading; set by the reader */
};

struct form cell_form(struct cell_form *cells);

#endif
