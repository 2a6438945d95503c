/* Cells of rows in a text, parted by a separator and quoted where they need it. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_CELL_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_CELL_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* Takes the next cell and its separator off `rest`, and returns it without its blanks, with its
 * quotes: a separator between them parts nothing. */
struct span wrapper_cell_take(struct span *rest, char separator);

/* Returns the cell without its quotes, if it has some; those that are doubled in it stay. */
struct span wrapper_cell_inside(struct span cell);

/* Appends the text of a cell: without its quotes, and with one for each that is doubled. False
 * without memory. */
bool wrapper_cell_append(struct span cell, struct buffer *out, struct fault *fault);

#endif
