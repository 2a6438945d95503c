#include "input/structured/cell_form.h"

#include <string.h>

#include "base/ascii.h"
#include "input/structured/list_pair.h"

enum { LEAST_COLUMNS = 3 };

static struct span title_at(const struct cell_form *cells, size_t column)
{
    return (struct span){cells->titles[column], cells->title_lengths[column]};
}

/* True if the line is nothing but a title, which the heading does not have yet. */
static bool is_title(const struct cell_form *cells, const struct record_line *record,
                     struct span text)
{
    if (text.length == 0 || text.length > MAX_CELL_TITLE_BYTES ||
        title_index_find(record->index, text) == NO_TITLE ||
        span_find_byte(text, ':') < text.length)
        return false;
    for (size_t i = 0; i < cells->column_count; i++)
        if (span_equals(title_at(cells, i), text))
            return false;
    return true;
}

static enum form_answer close_cells(struct cell_form *cells)
{
    bool is_held = cells->is_held;
    *cells = (struct cell_form){0};
    return is_held ? FORM_GIVES_UP : FORM_IGNORES;
}

static enum form_answer add_title(struct cell_form *cells, struct span text)
{
    if (cells->column_count == MAX_CELL_COLUMNS)
        return close_cells(cells);
    cells->has_gaps |= cells->column_count > 0 && cells->is_after_blank;
    memcpy(cells->titles[cells->column_count], text.bytes, text.length);
    cells->title_lengths[cells->column_count++] = text.length;
    cells->is_after_blank = false;
    cells->is_held = true;
    return FORM_HOLDS;
}

/* True if the titles are those of the records of a dialect. */
static bool is_heading(const struct cell_form *cells, struct record_line *record,
                       struct fault *fault)
{
    bool done = cells->column_count >= LEAST_COLUMNS;
    record_line_clear(record);
    for (size_t i = 0; done && i < cells->column_count; i++)
        done = record_line_add(record, title_at(cells, i), (struct span){0}, fault);
    bool is_known = done && record_line_dialect(record, true) != NULL;
    record_line_clear(record);
    return is_known;
}

/* True for a date, and for what stands for none: "-", "N/A". */
static bool may_be_moment(struct span text)
{
    enum { LEAST_DIGITS = 4, MOST_BYTES_OF_NONE = 4 };
    size_t digits = 0;
    for (size_t i = 0; i < text.length; i++)
        digits += ascii_is_digit(text.bytes[i]);
    return digits >= LEAST_DIGITS || (digits == 0 && text.length <= MOST_BYTES_OF_NONE);
}

/* True for nothing but a date and a time of day, which no other column holds. */
static bool is_moment(struct span text)
{
    enum { LEAST_DIGITS = 8, MOST_LETTERS = 4 };
    size_t digits = 0;
    size_t letters = 0;
    for (size_t i = 0; i < text.length; i++) {
        digits += ascii_is_digit(text.bytes[i]);
        letters += ascii_is_letter(text.bytes[i]);
    }
    return digits >= LEAST_DIGITS && letters <= MOST_LETTERS &&
           span_find_byte(text, ':') < text.length && ascii_is_digit(text.bytes[0]);
}

/* True if the text may be the value of the next cell. Where a cell is missing, or the table has
 * ended, dates are none, and labels come in place of cells. */
static bool may_be_value(const struct cell_form *cells, const struct record_line *record,
                         struct span text)
{
    struct list_pair pair;
    uint32_t title = title_index_find(record->index, title_at(cells, cells->filled));
    if (list_pair_read(text, &pair) && title_index_find(record->index, pair.title) != NO_TITLE)
        return false;
    return title_index_is_moment(record->index, title) ? may_be_moment(text) : !is_moment(text);
}

static enum form_answer add_value(struct cell_form *cells, struct span text,
                                  struct record_line *record, struct fault *fault)
{
    if (!may_be_value(cells, record, text))
        return close_cells(cells);
    if (!record_line_add(record, title_at(cells, cells->filled), text, fault))
        return FORM_FAULT;
    cells->is_held = true;
    if (++cells->filled < cells->column_count)
        return FORM_HOLDS;
    if (record_line_dialect(record, false) == NULL)
        return close_cells(cells);
    cells->filled = 0;
    cells->is_held = false;
    return FORM_RECORD;
}

/* Reads a blank line: a gap, or an empty cell. What begins with one is no row. */
static enum form_answer read_blank(struct cell_form *cells, struct record_line *record,
                                   struct fault *fault)
{
    cells->is_after_blank = true;
    if (cells->has_gaps || !cells->is_in_rows)
        return cells->is_held ? FORM_HOLDS : FORM_IGNORES;
    return cells->is_held ? add_value(cells, (struct span){0}, record, fault) : close_cells(cells);
}

static enum form_answer feed(void *context, struct span line, struct record_line *record,
                             struct fault *fault)
{
    struct cell_form *cells = context;
    struct span text = span_trim(line);
    if (cells->column_count == 0) {
        bool may_begin = !cells->is_barred;
        cells->is_barred = false;
        return may_begin && is_title(cells, record, text) ? add_title(cells, text) : FORM_IGNORES;
    }
    if (text.length == 0)
        return read_blank(cells, record, fault);
    if (!cells->is_in_rows && is_title(cells, record, text))
        return add_title(cells, text);
    if (!cells->is_in_rows && !is_heading(cells, record, fault))
        return fault->kind != FAULT_NONE ? FORM_FAULT : close_cells(cells);
    cells->is_in_rows = true;
    return add_value(cells, text, record, fault);
}

/* The last cells of the last row may be empty. */
static enum form_answer end(void *context, struct record_line *record, struct fault *fault)
{
    struct cell_form *cells = context;
    (void)fault;
    bool is_row =
        cells->is_in_rows && cells->filled > 0 && record_line_dialect(record, false) != NULL;
    cells->filled = 0;
    return is_row ? FORM_RECORD_BEFORE : FORM_GIVES_UP;
}

static void reset(void *context)
{
    *(struct cell_form *)context = (struct cell_form){0};
}

struct form cell_form(struct cell_form *cells)
{
    return (struct form){.feed = feed, .end = end, .reset = reset, .context = cells};
}
