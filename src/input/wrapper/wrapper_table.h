/* Rows of tables that people type or paste: bars around the cells, and separators between the
 * columns of an engine log. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_TABLE_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_TABLE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* Takes the outer bars off the row "| text |"; what is only bars and dashes becomes empty. False if
 * the line is no row. */
bool wrapper_table_row(struct span *text);

/* True if a column with the level of the record follows others, with `separator` between them. */
bool wrapper_table_has_columns(struct span text, char separator);

/* Appends a line that has them with tabs in place of `separator` up to the level, and without the
 * quotes around cells. False without memory. */
bool wrapper_table_columns(struct span text, char separator, struct buffer *out,
                           struct fault *fault);

#endif
