#include "input/structured/csv_form.h"

enum { MAX_ROW_LINES = 500, MAX_ROW_BYTES = 64 * 1024 };

/* The Event Viewer writes the message behind the last column, which has no title. */
static const char untitled[] = "Message";

/* Takes the next cell off `rest`, with its quotes. `*is_open`: its quotes are not closed. */
static struct span next_cell(struct span *rest, char separator, bool *is_open)
{
    size_t at = 0;
    bool is_quoted = false;
    bool may_quote = true; /* only at the start of a cell */
    for (; at < rest->length; at++) {
        char byte = rest->bytes[at];
        if (byte == '"' && (is_quoted || may_quote))
            is_quoted = !is_quoted;
        else if (byte == separator && !is_quoted)
            break;
        may_quote = is_quoted ? may_quote : byte == '"' || (may_quote && byte == ' ');
    }
    *is_open = is_quoted;
    struct span cell = span_slice(*rest, 0, at);
    bool has_more = at < rest->length;
    *rest = has_more ? span_slice(*rest, at + 1, rest->length)
                     : (struct span){.bytes = NULL, .length = 0};
    return cell;
}

/* Without the quotes around it; doubled ones inside are left: titles have none. */
static struct span without_quotes(struct span cell)
{
    cell = span_trim(cell);
    if (cell.length >= 2 && cell.bytes[0] == '"' && cell.bytes[cell.length - 1] == '"')
        return span_slice(cell, 1, cell.length - 1);
    return cell;
}

/* Adds the cells of the heading as titles without values. Returns their number; 0 without memory or
 * if quotes are open. */
static size_t read_heading(struct span line, char separator, struct record_line *record,
                           struct fault *fault)
{
    size_t count = 0;
    bool is_open = false;
    while (line.bytes != NULL && count < MAX_CSV_CELLS && !is_open) {
        struct span title = without_quotes(next_cell(&line, separator, &is_open));
        if (!record_line_add(record, title, (struct span){0}, fault))
            return 0;
        count++;
    }
    return is_open ? 0 : count;
}

static enum form_answer open_csv(struct csv_form *csv, struct span line, struct record_line *record,
                                 struct fault *fault)
{
    static const char separators[] = ",;\t";
    enum { LEAST_COLUMNS = 2 };
    for (const char *separator = separators; *separator != '\0'; separator++) {
        if (span_find_byte(line, *separator) == line.length)
            continue;
        record_line_clear(record);
        size_t count = read_heading(line, *separator, record, fault);
        bool is_heading = count >= LEAST_COLUMNS && record_line_dialect(record, true) != NULL;
        record_line_clear(record);
        if (fault->kind != FAULT_NONE)
            return FORM_FAULT;
        if (!is_heading)
            continue;
        csv->separator = *separator;
        csv->column_count = count;
        csv->heading.length = 0;
        return buffer_append(&csv->heading, line, fault) ? FORM_FRAME : FORM_FAULT;
    }
    bool is_type = span_starts_with_ignoring_case(line, span_of("#TYPE "));
    return is_type ? FORM_FRAME : FORM_IGNORES;
}

/* Makes one quote of each doubled one, in the cell's own bytes, which are those of the row. */
static struct span undouble_quotes(struct csv_form *csv, struct span cell)
{
    size_t start = (size_t)(cell.bytes - csv->row.bytes);
    char *bytes = csv->row.bytes + start;
    size_t length = 0;
    for (size_t at = 0; at < cell.length; at++) {
        bytes[length++] = cell.bytes[at];
        at += cell.bytes[at] == '"' && at + 1 < cell.length && cell.bytes[at + 1] == '"';
    }
    return span_slice(cell, 0, length);
}

/* Adds the cells of the row by the titles of the heading. `*count` gets the number of cells. */
static bool add_row(struct csv_form *csv, struct record_line *record, size_t *count,
                    struct fault *fault)
{
    struct span heading = buffer_span(&csv->heading);
    struct span row = buffer_span(&csv->row);
    bool is_open = false;
    *count = 0;
    for (; row.bytes != NULL && *count < MAX_CSV_CELLS; ++*count) {
        struct span cell = span_trim(next_cell(&row, csv->separator, &is_open));
        struct span value = without_quotes(cell);
        if (value.length < cell.length)
            value = undouble_quotes(csv, value);
        bool has_title = heading.bytes != NULL;
        struct span title = span_of(untitled);
        if (has_title)
            title = without_quotes(next_cell(&heading, csv->separator, &is_open));
        bool done = has_title || *count == csv->column_count
                        ? record_line_add(record, title, value, fault)
                        : record_line_continue(record, value, fault);
        if (!done)
            return false;
    }
    return true;
}

static void start_row(struct csv_form *csv)
{
    csv->row.length = 0;
    csv->line_count = 0;
    csv->quote_count = 0;
}

/* True if the quotes of the row's last cell are open: it goes on in the next line. */
static bool is_row_open(const struct csv_form *csv)
{
    return csv->quote_count % 2 == 1;
}

static bool append_line(struct csv_form *csv, struct span line, struct fault *fault)
{
    if (csv->line_count > 0 && !buffer_append_byte(&csv->row, '\n', fault))
        return false;
    for (size_t i = 0; i < line.length; i++)
        csv->quote_count += line.bytes[i] == '"';
    csv->line_count++;
    return buffer_append(&csv->row, line, fault);
}

static bool is_row(const struct csv_form *csv, const struct record_line *record, size_t cells)
{
    /* Spreadsheets leave out empty cells at the end of a row, but a sentence is no row. */
    return cells * 2 >= csv->column_count && record_line_dialect(record, false) != NULL;
}

/* Reads a line that is no row: it may be the heading of another table. Only lines that were held
 * are given up: this one would be given again. */
static enum form_answer leave_line(struct csv_form *csv, struct span line,
                                   struct record_line *record, struct fault *fault)
{
    if (csv->line_count > 1)
        return FORM_GIVES_UP;
    start_row(csv);
    record_line_clear(record);
    return open_csv(csv, line, record, fault);
}

/* True if the first cell is a title: the line may be the heading of another table. */
static bool may_be_heading(struct span line, const struct record_line *record)
{
    size_t end = 0;
    while (end < line.length && line.bytes[end] != ',' && line.bytes[end] != ';' &&
           line.bytes[end] != '\t')
        end++;
    return title_index_find(record->index, without_quotes(span_slice(line, 0, end))) != NO_TITLE;
}

static enum form_answer feed(void *context, struct span line, struct record_line *record,
                             struct fault *fault)
{
    struct csv_form *csv = context;
    size_t cells = 0;
    if (csv->separator == '\0')
        return open_csv(csv, line, record, fault);
    if (csv->line_count == 0 && span_trim(line).length == 0)
        return FORM_IGNORES;
    if (csv->line_count == 0 && may_be_heading(line, record)) {
        enum form_answer answer = open_csv(csv, line, record, fault);
        if (answer != FORM_IGNORES)
            return answer;
    }
    if (!append_line(csv, line, fault))
        return FORM_FAULT;
    if (csv->line_count > MAX_ROW_LINES || csv->row.length > MAX_ROW_BYTES)
        return leave_line(csv, line, record, fault);
    if (is_row_open(csv))
        return FORM_HOLDS;
    if (!add_row(csv, record, &cells, fault))
        return FORM_FAULT;
    if (!is_row(csv, record, cells))
        return leave_line(csv, line, record, fault);
    start_row(csv);
    return FORM_RECORD;
}

/* A row that the end of the text has torn is a row all the same. */
static enum form_answer end(void *context, struct record_line *record, struct fault *fault)
{
    struct csv_form *csv = context;
    size_t cells = 0;
    if (!add_row(csv, record, &cells, fault))
        return FORM_FAULT;
    return is_row(csv, record, cells) ? FORM_RECORD_BEFORE : FORM_GIVES_UP;
}

static void reset(void *context)
{
    start_row(context);
}

struct form csv_form(struct csv_form *csv)
{
    return (struct form){.feed = feed, .end = end, .reset = reset, .context = csv};
}

void csv_form_release(struct csv_form *csv)
{
    buffer_release(&csv->heading);
    buffer_release(&csv->row);
    *csv = (struct csv_form){0};
}
