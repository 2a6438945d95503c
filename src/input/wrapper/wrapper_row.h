/* Rows of tables in HTML: "<tr><td>FS01</td><td>Failed</td></tr>". */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_ROW_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_ROW_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* Writes a line that has a row as the cells with tabs between them, quoted where they need it, as
 * in a table of a spreadsheet; a row of a label and its value as "label: value". What stands
 * between the cells goes. `*is_row` is set to false, and nothing is written, if fewer than two
 * cells have text, if the first of two is the number of a line, or if the table is the layout of a
 * page. False without memory. */
bool wrapper_row_write(struct span text, struct buffer *out, bool *is_row, struct fault *fault);

/* True if the text, which may have several lines, is a row of more than one cell, and no layout. */
bool wrapper_row_has_cells(struct span text);

/* True if the line begins a row: a row before it that is still open has lost its end. */
bool wrapper_row_begins(struct span text);

/* True if a row is open behind the line. `is_open`: one was open before it. */
bool wrapper_row_is_open(struct span text, bool is_open);

#endif
