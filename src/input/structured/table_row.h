/* Cuts the lines of a table at its columns. */
#ifndef MARSIFT_INPUT_STRUCTURED_TABLE_ROW_H
#define MARSIFT_INPUT_STRUCTURED_TABLE_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "input/structured/table_columns.h"
#include "input/structured/title_index.h"

/* True if the line consists of two or more runs of dashes; their starts are the columns. */
bool table_row_read_rule(struct span line, struct table_columns *columns);

/* Reads a heading without dashes below it, of three titles or more, the first of which is known: a
 * title ends where a known one does, or at a gap. */
bool table_row_read_heading(const struct title_index *index, struct span line,
                            struct table_columns *columns);

/* Cuts a heading, which keeps to the columns, or a row. `cells` has columns->count places; cells
 * are trimmed, and lent by the line. A row whose cells do not keep to the columns, since numbers
 * are longer than their heading, or gaps became blanks, is cut at its words: see table_words.h. All
 * cells are empty if it could be cut in more than one way. */
void table_row_cut(struct span line, const struct table_columns *columns, struct span *cells);

/* True if no column begins inside a word of the line, or only at a number that ends with it. */
bool table_row_keeps_columns(struct span line, const struct table_columns *columns);

/* True if the line begins with a bar and is a rule of Markdown: "|---|:--|". */
bool table_row_is_markdown_rule(struct span line);

/* True if the line is cells parted by bars, two or more of them. */
bool table_row_has_bars(struct span line);

/* Cuts a line of Markdown at its bars. Returns the number of cells, at most MAX_TABLE_COLUMNS. */
size_t table_row_cut_markdown(struct span line, struct span *cells);

#endif
