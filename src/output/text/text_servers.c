#include "output/text/text_servers.h"

#include "output/text/text_layout.h"
#include "output/text/text_server_cells.h"

enum {
    MAX_SERVER_ROWS = 12,
    MAX_NAME_COLUMNS = 24,
    GAP = 2,
    MIN_NAME_COLUMNS = 8,
    MIN_CAUSE_COLUMNS = 24,
};

static const enum ui_text_id headings[SERVER_CELL_COUNT] = {
    [SERVER_STATE] = UI_COLUMN_STATE,
    [SERVER_LAST_GOOD] = UI_COLUMN_LAST_GOOD,
    [SERVER_NIGHTS] = UI_COLUMN_NIGHTS,
    [SERVER_FILES] = UI_COLUMN_UNPROTECTED,
};

/* The widths of the columns; 0: there is no room for it. The cause takes what is left, or a line of
 * its own below the row. */
struct server_columns {
    size_t name;
    size_t cells[SERVER_CELL_COUNT];
    bool has_cause;
};

bool text_servers_are_known(const struct report *report)
{
    return report->hosts_by_state[HOST_UNKNOWN] < report->host_count;
}

/* True if the input names a backup that was done, though not whether a server is protected. */
static bool has_last_good(const struct report *report)
{
    for (size_t i = 0; i < report->host_count; i++)
        if (datetime_is_set(report->hosts[i].kinds[0].last_good))
            return true;
    return false;
}

static bool is_shown(const struct report *report)
{
    bool are_all_protected = report->hosts_by_state[HOST_PROTECTED] == report->host_count;
    return (text_servers_are_known(report) || has_last_good(report)) &&
           (report->host_count > 1 || report->by == BY_HOST || !are_all_protected ||
            report_host_misses_backup(&report->hosts[0]));
}

static size_t wider_of(size_t columns, struct span text)
{
    size_t width = width_of_text(text);
    return width > columns ? width : columns;
}

static size_t width_of(const struct server_columns *columns)
{
    size_t width = columns->name;
    for (size_t cell = 0; cell < SERVER_CELL_COUNT; cell++)
        width += columns->cells[cell] > 0 ? GAP + columns->cells[cell] : 0;
    return width;
}

/* Names are cut first; then go the numbers, which follow from the time and the headline. */
static void fit(const struct page *page, struct server_columns *columns)
{
    while (width_of(columns) > page->width && columns->name > MIN_NAME_COLUMNS)
        columns->name--;
    if (width_of(columns) > page->width)
        columns->cells[SERVER_NIGHTS] = 0;
    if (width_of(columns) > page->width)
        columns->cells[SERVER_FILES] = 0;
    columns->has_cause = width_of(columns) + GAP + MIN_CAUSE_COLUMNS <= page->width;
}

static struct server_columns columns_of(const struct page *page, const struct report *report,
                                        size_t shown)
{
    struct server_columns columns = {
        .name = width_of_text(span_of(ui_text(UI_COLUMN_SERVER, page->language)))};
    for (size_t cell = 0; cell < SERVER_CELL_COUNT; cell++)
        columns.cells[cell] = width_of_text(span_of(ui_text(headings[cell], page->language)));
    for (size_t i = 0; i < shown; i++) {
        const struct report_host *host = &report->hosts[i];
        for (size_t kind = 0; kind < text_server_rows(host); kind++) {
            struct server_cells cells = text_server_cells(page, host, kind);
            columns.name = wider_of(columns.name, text_server_name(page, host, kind));
            for (size_t cell = 0; cell < SERVER_CELL_COUNT; cell++)
                columns.cells[cell] = wider_of(columns.cells[cell], span_of(cells.texts[cell]));
        }
    }
    if (columns.name > MAX_NAME_COLUMNS)
        columns.name = MAX_NAME_COLUMNS;
    fit(page, &columns);
    return columns;
}

/* True for a column whose cells are at its right side. */
static bool is_of_numbers(size_t cell)
{
    return cell == SERVER_NIGHTS || cell == SERVER_FILES;
}

static void write_cell(struct page *page, size_t cell, const char *text, size_t width)
{
    if (width == 0)
        return;
    writer_repeat(page->writer, ' ', GAP);
    if (is_of_numbers(cell))
        width_pad_right(page->writer, span_of(text), width);
    else
        width_pad_left(page->writer, span_of(text), width, TRUNCATE_END);
    page->column += GAP + width;
}

static void write_headings(struct page *page, const struct server_columns *columns)
{
    page_color(page, COLOR_BOLD);
    width_pad_left(page->writer, span_of(ui_text(UI_COLUMN_SERVER, page->language)), columns->name,
                   TRUNCATE_END);
    page->column = columns->name;
    for (size_t cell = 0; cell < SERVER_CELL_COUNT; cell++)
        write_cell(page, cell, ui_text(headings[cell], page->language), columns->cells[cell]);
    if (columns->has_cause) {
        writer_repeat(page->writer, ' ', GAP);
        writer_text(page->writer, ui_text(UI_COLUMN_CAUSE, page->language));
    }
    page_color(page, COLOR_NONE);
    page_new_line(page);
}

/* That backups have stopped or hang is the state itself. */
static bool has_cause(const struct report_host_kind *kind)
{
    if (kind->state == HOST_STOPPED && !kind->is_server_on && !kind->may_be_due_later)
        return false;
    return kind->cause_title[0] != '\0' || kind->cause[0] != '\0';
}

/* True for the number of an agent error and for a code; false for a symbol. */
static bool is_number(const char *cause)
{
    return cause[0] >= '0' && cause[0] <= '9';
}

/* "Scratch volume too full (100057); before that 100050": a number or code says what the words do
 * not. */
static void write_cause(struct page *page, const struct server_columns *columns,
                        const struct report_host_kind *kind)
{
    if (!has_cause(kind)) {
        page_new_line(page);
        return;
    }
    if (!columns->has_cause) {
        page_new_line(page);
        page_indent(page, columns->name);
    }
    page_indent(page, page->column + GAP);
    page_add_text(page, kind->cause_title);
    if (is_number(kind->cause) && kind->cause_title[0] != '\0') {
        page_add_text(page, " (");
        page_add_text(page, kind->cause);
        page_add_text(page, ")");
    } else if (kind->cause_title[0] == '\0') {
        page_add_text(page, kind->cause);
    }
    for (size_t i = 0; i < kind->earlier_cause_count; i++) {
        page_add_ui_text(page, i == 0 ? UI_EARLIER_CAUSE : UI_LIST_COMMA);
        page_add_text(page, is_number(kind->earlier_causes[i].text)
                                ? kind->earlier_causes[i].text
                                : kind->earlier_causes[i].title);
    }
    page_flow(page, page->column);
}

static enum page_color color_of(enum host_state state)
{
    if (state == HOST_FAILED || state == HOST_STOPPED)
        return COLOR_RED;
    return state == HOST_PROTECTED || state == HOST_RUNNING ? COLOR_NONE : COLOR_YELLOW;
}

static void write_server(struct page *page, const struct server_columns *columns,
                         const struct report_host *host, size_t kind)
{
    struct server_cells cells = text_server_cells(page, host, kind);
    struct span name = text_server_name(page, host, kind);
    enum page_color color = color_of(host->kinds[kind].state);
    if (color != COLOR_NONE)
        page_color(page, color);
    width_pad_left(page->writer, name, columns->name, TRUNCATE_END);
    if (color != COLOR_NONE)
        page_color(page, COLOR_NONE);
    page->column = columns->name;
    size_t end = SERVER_CELL_COUNT;
    bool is_followed = columns->has_cause && has_cause(&host->kinds[kind]);
    while (!is_followed && cells.texts[end - 1][0] == '\0')
        end--;
    for (size_t cell = 0; cell < end; cell++) {
        bool is_last = cell + 1 == end && !is_followed && !is_of_numbers(cell);
        size_t own = width_of_text(span_of(cells.texts[cell]));
        bool is_shown = columns->cells[cell] > 0;
        write_cell(page, cell, cells.texts[cell], is_last && is_shown ? own : columns->cells[cell]);
    }
    write_cause(page, columns, &host->kinds[kind]);
    page->column = 0;
}

/* "... 25 more: 3 partial, 22 protected" */
static void write_more(struct page *page, const struct report *report, size_t shown)
{
    uint64_t left[HOST_STATE_COUNT] = {0};
    bool is_first = true;
    if (shown == report->host_count)
        return;
    for (size_t i = shown; i < report->host_count; i++)
        left[report->hosts[i].kinds[0].state]++;
    page_add_count(page, UI_MORE_SERVERS, report->host_count - shown);
    for (int state = 0; state < HOST_STATE_COUNT; state++) {
        if (left[state] == 0)
            continue;
        if (!is_first)
            page_add_ui_text(page, UI_LIST_COMMA);
        page_add_number(page, left[state]);
        page_add_text(page, " ");
        page_add_ui_text(page, text_server_state((enum host_state)state));
        is_first = false;
    }
    page_flow(page, 0);
}

void text_servers(struct page *page, const struct report *report)
{
    if (!is_shown(report))
        return;
    bool is_whole =
        text_shows_all(page) || report->by == BY_HOST || report->host_count <= MAX_SERVER_ROWS;
    size_t shown = is_whole ? report->host_count : MAX_SERVER_ROWS;
    struct server_columns columns = columns_of(page, report, shown);
    page_new_line(page);
    write_headings(page, &columns);
    for (size_t i = 0; i < shown; i++)
        for (size_t kind = 0; kind < text_server_rows(&report->hosts[i]); kind++)
            write_server(page, &columns, &report->hosts[i], kind);
    write_more(page, report, shown);
}
