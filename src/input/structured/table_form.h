/* Tables in columns below a heading and a line of dashes, as PowerShell's Format-Table prints them,
 * and tables of Markdown. */
#ifndef MARSIFT_INPUT_STRUCTURED_TABLE_FORM_H
#define MARSIFT_INPUT_STRUCTURED_TABLE_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "input/structured/form.h"
#include "input/structured/table_heading.h"
#include "input/structured/table_row.h"

enum table_state {
    TABLE_CLOSED,
    TABLE_LABELLED, /* behind a label that holds for the table: "   ProviderName: CloudBackup" */
    TABLE_TITLED,   /* behind a line that is a heading if dashes follow */
    TABLE_OPEN,     /* behind the dashes */
    TABLE_IN_ROW    /* behind a row, which the next line may continue */
};

/* Start with zeros, end with table_form_release. */
struct table_form {
    enum table_state state;
    bool is_markdown;
    bool has_label;
    struct buffer label; /* the label's line */
    struct table_heading heading;
    struct table_columns columns;
    size_t line_count;   /* of the row */
    bool is_after_blank; /* the row may go on: wrapped words have empty lines, too */
};

struct form table_form(struct table_form *table);
void table_form_release(struct table_form *table);

/* Takes lines that another form has held and given up: one line, and empty ones behind it, that may
 * be the label of a table ("   ProviderName: CloudBackup"). True if the table holds them now. */
bool table_form_take_label(struct table_form *table, struct span lines,
                           const struct record_line *record, struct fault *fault);

#endif
