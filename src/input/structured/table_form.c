#include "input/structured/table_form.h"

#include "input/structured/list_pair.h"

enum { MAX_ROW_LINES = 500, LEAST_LABEL_INDENT = 2 };

void table_form_release(struct table_form *table)
{
    buffer_release(&table->label);
    table_heading_release(&table->heading);
    *table = (struct table_form){0};
}

static bool store_label(struct table_form *table, struct span line, struct fault *fault)
{
    table->label.length = 0;
    return buffer_append(&table->label, line, fault);
}

/* Adds the label of the table, "   ProviderName: CloudBackup", to the record. */
static bool add_label(const struct table_form *table, struct record_line *record,
                      struct fault *fault)
{
    if (!table->has_label)
        return true;
    struct span label = buffer_span(&table->label);
    size_t colon = span_find_byte(label, ':');
    return record_line_add(record, span_slice(label, 0, colon),
                           span_slice(label, colon + 1, label.length), fault);
}

static size_t cut(const struct table_form *table, struct span line, struct span *cells)
{
    if (table->is_markdown)
        return table_row_cut_markdown(line, cells);
    table_row_cut(line, &table->columns, cells);
    return table->columns.count;
}

/* Adds the cells of the row, by the titles of the heading. */
static bool add_row(const struct table_form *table, struct span line, struct record_line *record,
                    struct fault *fault)
{
    struct span cells[MAX_TABLE_COLUMNS];
    struct span titles = buffer_span(&table->heading.titles);
    size_t cell_count = cut(table, line, cells);
    if (!add_label(table, record, fault))
        return false;
    for (size_t i = 0; titles.length > 0; i++) {
        size_t end = span_find_byte(titles, '\n');
        struct span cell = i < cell_count ? cells[i] : (struct span){0};
        if (!record_line_add(record, span_slice(titles, 0, end), cell, fault))
            return false;
        titles = span_slice(titles, end + 1, titles.length);
    }
    return true;
}

/* True if the heading has titles of a dialect. */
static bool is_known_heading(struct table_form *table, struct record_line *record,
                             struct fault *fault)
{
    record_line_clear(record);
    table->columns.is_squeezed = false;
    bool is_known =
        table_heading_cut(&table->heading, table->is_markdown ? NULL : &table->columns, fault) &&
        add_row(table, (struct span){"", 0}, record, fault) &&
        record_line_dialect(record, true) != NULL;
    record_line_clear(record);
    if (is_known && !table->is_markdown)
        table_heading_describe(&table->heading, record->index, &table->columns);
    return is_known;
}

/* A label is indented, and its title is known. */
static bool is_label(struct span line, const struct record_line *record)
{
    size_t colon = span_find_byte(line, ':');
    bool is_indented = line.length > LEAST_LABEL_INDENT && span_is_blank(line.bytes[0]) &&
                       span_is_blank(line.bytes[1]);
    return is_indented && colon < line.length &&
           title_index_find(record->index, span_slice(line, 0, colon)) != NO_TITLE;
}

static enum form_answer open_table(struct table_form *table, struct span line,
                                   const struct record_line *record, struct fault *fault)
{
    if (span_trim(line).length == 0)
        return FORM_IGNORES;
    table->has_label = is_label(line, record);
    table->state = table->has_label ? TABLE_LABELLED : TABLE_TITLED;
    bool done = table->has_label ? store_label(table, line, fault)
                                 : table_heading_start(&table->heading, line, fault);
    return done ? FORM_HOLDS : FORM_FAULT;
}

bool table_form_take_label(struct table_form *table, struct span lines,
                           const struct record_line *record, struct fault *fault)
{
    size_t end = span_find_byte(lines, '\n');
    struct span label = span_slice(lines, 0, end);
    if (table->state != TABLE_CLOSED || !is_label(label, record) ||
        span_trim(span_slice(lines, end, lines.length)).length > 0)
        return false;
    table->has_label = true;
    table->state = TABLE_LABELLED;
    return store_label(table, label, fault);
}

/* Returns how many columns the line fills; `*has_first`: also the first one. */
static size_t count_filled(const struct table_form *table, struct span line, bool *has_first)
{
    struct span cells[MAX_TABLE_COLUMNS];
    size_t filled = 0;
    size_t count = cut(table, line, cells);
    for (size_t i = 0; i < count; i++)
        filled += cells[i].length > 0;
    *has_first = count > 0 && cells[0].length > 0;
    return filled;
}

/* True if the heading, which has lost its dashes, is one of cells parted by bars, or of columns to
 * which the line keeps; columns that lost their gaps are known by the line's cells. */
static bool fits_heading(struct table_form *table, struct span line, struct record_line *record,
                         struct fault *fault)
{
    struct span heading = table_heading_first(&table->heading);
    table->is_markdown = table_row_has_bars(heading) && table_row_has_bars(line);
    if (!table->is_markdown && !table_row_read_heading(record->index, heading, &table->columns))
        return false;
    return is_known_heading(table, record, fault) &&
           (table->is_markdown || table->columns.is_squeezed ||
            table_row_keeps_columns(line, &table->columns));
}

/* True if the line is the first row below a heading that has lost its dashes, as `column -t` and
 * mails leave tables: most of its columns are filled, and it has a date. */
static bool is_first_row(struct table_form *table, struct span line, struct record_line *record,
                         struct fault *fault)
{
    bool has_first = false;
    if (table->heading.line_count > 1 || !fits_heading(table, line, record, fault))
        return false;
    size_t filled = count_filled(table, line, &has_first);
    if ((!table->is_markdown && (!has_first || filled * 2 <= table->columns.count)) ||
        !add_row(table, line, record, fault))
        return false;
    bool is_row = record_line_has_moment(record);
    record_line_clear(record);
    return is_row;
}

/* True for a label and its value, which begin a list and continue no heading. */
static bool is_known_pair(const struct title_index *index, struct span line)
{
    struct list_pair pair;
    return list_pair_read(line, &pair) && title_index_find(index, pair.title) != NO_TITLE;
}

static enum form_answer feed_rule(struct table_form *table, struct span line,
                                  struct record_line *record, struct fault *fault)
{
    bool is_rule = table_row_read_rule(line, &table->columns);
    table->is_markdown =
        !is_rule && table->heading.line_count == 1 && table_row_is_markdown_rule(line);
    bool has_rule = is_rule || table->is_markdown;
    bool is_heading = has_rule ? is_known_heading(table, record, fault)
                               : is_first_row(table, line, record, fault);
    if (fault->kind != FAULT_NONE)
        return FORM_FAULT;
    if (!is_heading && !has_rule && !is_known_pair(record->index, line) &&
        table_heading_goes_on(&table->heading, line))
        return table_heading_add(&table->heading, line, fault) ? FORM_HOLDS : FORM_FAULT;
    if (!is_heading)
        return FORM_GIVES_UP;
    table->state = TABLE_OPEN;
    /* Without a rule the heading alone goes, as a record of nothing. */
    return has_rule ? FORM_FRAME : FORM_RECORD_BEFORE;
}

static bool begins_with_blank(struct span line)
{
    return line.length > 0 && span_is_blank(line.bytes[0]);
}

/* True if the first column of the line is empty and half of all, too, as in lines that continue a
 * row.
 */
static bool continues_row(const struct table_form *table, struct span line)
{
    bool has_first = false;
    if (table->is_markdown || !begins_with_blank(line))
        return false;
    size_t filled = count_filled(table, line, &has_first);
    return !has_first && (filled <= 1 || filled * 2 <= table->columns.count);
}

/* True if the line is another row although empty lines are before it: it keeps to the columns and
 * fills most of them. */
static bool is_row_behind_blank(const struct table_form *table, struct span line)
{
    bool has_first = false;
    return table_row_keeps_columns(line, &table->columns) &&
           count_filled(table, line, &has_first) * 2 > table->columns.count;
}

/* Reads a line behind a row: it continues the row, or ends it. Behind an empty line, only what
 * keeps to the columns is another row of the table. */
static enum form_answer feed_behind_row(struct table_form *table, struct span line,
                                        struct record_line *record, struct fault *fault)
{
    bool is_blank = span_trim(line).length == 0;
    bool has_room = ++table->line_count <= MAX_ROW_LINES;
    if (is_blank && has_room && !table->is_markdown) {
        table->is_after_blank = true;
        return FORM_HOLDS;
    }
    if (!is_blank && has_room && continues_row(table, line))
        return add_row(table, line, record, fault) ? FORM_HOLDS : FORM_FAULT;
    bool is_row = (!table->is_after_blank || is_row_behind_blank(table, line)) &&
                  !table_heading_is_again(&table->heading, line);
    table->state = is_blank || !is_row ? TABLE_CLOSED : TABLE_OPEN;
    return record_line_dialect(record, false) != NULL ? FORM_RECORD_BEFORE : FORM_GIVES_UP;
}

/* True if the line below a table is prose: its words straddle the columns, and where a date should
 * be there is no digit. */
static bool is_prose(const struct table_form *table, struct span line,
                     const struct record_line *record)
{
    return !table->is_markdown && !table_row_keeps_columns(line, &table->columns) &&
           record_line_lacks_digits(record);
}

static enum form_answer feed_row(struct table_form *table, struct span line,
                                 struct record_line *record, struct fault *fault)
{
    if (span_trim(line).length == 0) {
        table->state = TABLE_CLOSED;
        return FORM_IGNORES;
    }
    table->line_count = 1;
    table->is_after_blank = false;
    if (!add_row(table, line, record, fault))
        return FORM_FAULT;
    if (record_line_dialect(record, false) == NULL || is_prose(table, line, record)) {
        record_line_clear(record);
        return FORM_IGNORES;
    }
    table->state = TABLE_IN_ROW;
    return FORM_HOLDS;
}

static enum form_answer feed(void *context, struct span line, struct record_line *record,
                             struct fault *fault)
{
    struct table_form *table = context;
    switch (table->state) {
    case TABLE_CLOSED:
        return open_table(table, line, record, fault);
    case TABLE_LABELLED:
        if (span_trim(line).length == 0)
            return FORM_HOLDS;
        table->state = TABLE_TITLED;
        return table_heading_start(&table->heading, line, fault) ? FORM_HOLDS : FORM_FAULT;
    case TABLE_TITLED:
        return feed_rule(table, line, record, fault);
    case TABLE_IN_ROW:
        return feed_behind_row(table, line, record, fault);
    case TABLE_OPEN:
        break;
    }
    return feed_row(table, line, record, fault);
}

static enum form_answer end(void *context, struct record_line *record, struct fault *fault)
{
    const struct table_form *table = context;
    (void)fault;
    bool is_row = table->state == TABLE_IN_ROW && record_line_dialect(record, false) != NULL;
    return is_row ? FORM_RECORD_BEFORE : FORM_GIVES_UP;
}

static void reset(void *context)
{
    struct table_form *table = context;
    table->state = TABLE_CLOSED;
}

struct form table_form(struct table_form *table)
{
    return (struct form){.feed = feed, .end = end, .reset = reset, .context = table};
}
