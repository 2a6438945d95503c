#include "output/text/text_servers.h"

#include <assert.h>
#include <stdio.h>

#include "base/count_of.h"
#include "output/text/text_layout.h"

enum {
    MAX_SERVER_ROWS = 12,
    MAX_NAME_COLUMNS = 24,
    GAP = 2,
    MIN_CAUSE_COLUMNS = 12,
    CELL_BYTES = 48,
};

enum server_column { CELL_STATE, CELL_LAST_GOOD, CELL_NIGHTS, CELL_FILES, CELL_COUNT };

/* The cells of a row between the name and the cause. */
struct server_cells {
    char texts[CELL_COUNT][CELL_BYTES];
};

static const enum ui_text_id headings[CELL_COUNT] = {
    [CELL_STATE] = UI_COLUMN_STATE,
    [CELL_LAST_GOOD] = UI_COLUMN_LAST_GOOD,
    [CELL_NIGHTS] = UI_COLUMN_NIGHTS,
    [CELL_FILES] = UI_COLUMN_UNPROTECTED,
};

/* The widths of the columns; the cause takes what is left. */
struct server_columns {
    size_t name;
    size_t cells[CELL_COUNT];
};

enum ui_text_id text_servers_state(enum host_state state)
{
    static const enum ui_text_id texts[] = {
        [HOST_FAILED] = UI_HOST_STATE_FAILED,   [HOST_STOPPED] = UI_HOST_STATE_STOPPED,
        [HOST_UNKNOWN] = UI_HOST_STATE_UNKNOWN, [HOST_PARTIAL] = UI_HOST_STATE_PARTIAL,
        [HOST_RUNNING] = UI_HOST_STATE_RUNNING, [HOST_PROTECTED] = UI_HOST_STATE_PROTECTED,
    };
    static_assert(COUNT_OF(texts) == HOST_STATE_COUNT, "a state has no text");
    return texts[state];
}

bool text_servers_are_known(const struct report *report)
{
    return report->hosts_by_state[HOST_UNKNOWN] < report->host_count;
}

static bool is_shown(const struct report *report)
{
    bool are_all_protected = report->hosts_by_state[HOST_PROTECTED] == report->host_count;
    return text_servers_are_known(report) &&
           (report->host_count > 1 || report->by == BY_HOST || !are_all_protected);
}

static struct server_cells cells_of(const struct page *page, const struct report_host *host)
{
    struct server_cells cells = {0};
    char number[NUMBER_TEXT_BYTES];
    bool names_kind = host->is_system_state && host->state != HOST_PROTECTED;
    snprintf(cells.texts[CELL_STATE], CELL_BYTES, "%s%s",
             ui_text(text_servers_state(host->state), page->language),
             names_kind ? ui_text(UI_SYSTEM_STATE_TAIL, page->language) : "");
    text_minute(page, host->last_good, cells.texts[CELL_LAST_GOOD]);
    if (cells.texts[CELL_LAST_GOOD][0] == '\0')
        snprintf(cells.texts[CELL_LAST_GOOD], CELL_BYTES, "-");
    if (host->nights_without > 0)
        snprintf(cells.texts[CELL_NIGHTS], CELL_BYTES, "%s",
                 number_text(host->nights_without, number));
    snprintf(cells.texts[CELL_FILES], CELL_BYTES, "%s", number_text(host->files, number));
    return cells;
}

static size_t wider_of(size_t columns, struct span text)
{
    size_t width = width_of_text(text);
    return width > columns ? width : columns;
}

static struct server_columns columns_of(const struct page *page, const struct report *report,
                                        size_t shown)
{
    struct server_columns columns = {
        .name = width_of_text(span_of(ui_text(UI_COLUMN_SERVER, page->language)))};
    for (size_t cell = 0; cell < CELL_COUNT; cell++)
        columns.cells[cell] = width_of_text(span_of(ui_text(headings[cell], page->language)));
    for (size_t i = 0; i < shown; i++) {
        struct server_cells cells = cells_of(page, &report->hosts[i]);
        columns.name = wider_of(columns.name, report->hosts[i].name);
        for (size_t cell = 0; cell < CELL_COUNT; cell++)
            columns.cells[cell] = wider_of(columns.cells[cell], span_of(cells.texts[cell]));
    }
    if (columns.name > MAX_NAME_COLUMNS)
        columns.name = MAX_NAME_COLUMNS;
    return columns;
}

static void write_cell(struct page *page, size_t cell, const char *text, size_t width)
{
    writer_repeat(page->writer, ' ', GAP);
    if (cell == CELL_NIGHTS || cell == CELL_FILES)
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
    for (size_t cell = 0; cell < CELL_COUNT; cell++)
        write_cell(page, cell, ui_text(headings[cell], page->language), columns->cells[cell]);
    const char *cause = ui_text(UI_COLUMN_CAUSE, page->language);
    if (page->column + GAP + width_of_text(span_of(cause)) <= page->width) {
        writer_repeat(page->writer, ' ', GAP);
        writer_text(page->writer, cause);
    }
    page_color(page, COLOR_NONE);
    page_new_line(page);
}

/* "Scratch volume too full (100057)": a number or code says what the words do not. Goes below the
 * row, from `indent` on, if there is no room beside it. */
static void write_cause(struct page *page, const struct report_host *host, size_t indent)
{
    if (host->cause_title[0] == '\0' && host->cause[0] == '\0') {
        page_new_line(page);
        return;
    }
    if (page->column + GAP + MIN_CAUSE_COLUMNS > page->width) {
        page_new_line(page);
        page_indent(page, indent);
    }
    page_indent(page, page->column + GAP);
    bool is_code = host->cause[0] >= '0' && host->cause[0] <= '9';
    page_add_text(page, host->cause_title);
    if (is_code && host->cause_title[0] != '\0') {
        page_add_text(page, " (");
        page_add_text(page, host->cause);
        page_add_text(page, ")");
    } else if (host->cause_title[0] == '\0') {
        page_add_text(page, host->cause);
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
                         const struct report_host *host)
{
    struct server_cells cells = cells_of(page, host);
    enum page_color color = color_of(host->state);
    if (color != COLOR_NONE)
        page_color(page, color);
    width_pad_left(page->writer, host->name, columns->name, TRUNCATE_END);
    if (color != COLOR_NONE)
        page_color(page, COLOR_NONE);
    page->column = columns->name;
    for (size_t cell = 0; cell < CELL_COUNT; cell++)
        write_cell(page, cell, cells.texts[cell], columns->cells[cell]);
    write_cause(page, host, columns->name);
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
        left[report->hosts[i].state]++;
    page_add_count(page, UI_MORE_SERVERS, report->host_count - shown);
    for (int state = 0; state < HOST_STATE_COUNT; state++) {
        if (left[state] == 0)
            continue;
        if (!is_first)
            page_add_ui_text(page, UI_LIST_COMMA);
        page_add_number(page, left[state]);
        page_add_text(page, " ");
        page_add_ui_text(page, text_servers_state((enum host_state)state));
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
        write_server(page, &columns, &report->hosts[i]);
    write_more(page, report, shown);
}
