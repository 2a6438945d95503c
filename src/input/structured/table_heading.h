/* The heading of a table: a line of titles, which PowerShell wraps over several lines where columns
 * are narrow. */
#ifndef MARSIFT_INPUT_STRUCTURED_TABLE_HEADING_H
#define MARSIFT_INPUT_STRUCTURED_TABLE_HEADING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/structured/table_row.h"

/* Start with zeros, end with table_heading_release. */
struct table_heading {
    struct buffer lines;  /* each with a line feed */
    size_t line_count;    /* in `lines` */
    struct buffer titles; /* each with a line feed; known once the columns are */
};

void table_heading_release(struct table_heading *heading);

/* Begins a heading with its first line. False without memory. */
bool table_heading_start(struct table_heading *heading, struct span line, struct fault *fault);

/* Returns the first line, lent until the next call that changes the heading. */
struct span table_heading_first(const struct table_heading *heading);

/* True if the line has the words of the first line, whatever is between them: another table begins.
 */
bool table_heading_is_again(const struct table_heading *heading, struct span line);

/* True if the line may hold the rest of titles: each of its words is below one of the first
 * line, and starts or ends where that one does. */
bool table_heading_goes_on(const struct table_heading *heading, struct span line);

/* Adds a line to the heading. False without memory. */
bool table_heading_add(struct table_heading *heading, struct span line, struct fault *fault);

/* Cuts the lines at the columns, or the only one at the bars of Markdown if `columns` is NULL, and
 * joins the pieces of each title. False without memory. */
bool table_heading_cut(struct table_heading *heading, const struct table_columns *columns,
                       struct fault *fault);

/* Notes which columns are for dates, by the titles of a heading that was cut, and whether a blank
 * is all that parts them. */
void table_heading_describe(const struct table_heading *heading, const struct title_index *index,
                            struct table_columns *columns);

#endif
