#include "output/text/text_logs.h"

#include "output/text/text_layout.h"

enum { NUMBER_COLUMN_COUNT = 5, GAP = 2, MAX_HOST_COLUMNS = 20 };

/* The headings of the columns with numbers; number_of has what they count. */
static const enum ui_text_id number_headings[NUMBER_COLUMN_COUNT] = {
    UI_COLUMN_LINES, UI_COLUMN_FAILED, UI_COLUMN_FINDINGS, UI_COLUMN_OTHER, UI_COLUMN_UNPARSED,
};

/* Widths. */
struct log_columns {
    size_t numbers[NUMBER_COLUMN_COUNT];
    size_t host;
    size_t kind; /* 0 on a narrow page */
};

static uint64_t number_of(const struct report_log *log, size_t column)
{
    static const enum verdict_class classes[NUMBER_COLUMN_COUNT] = {
        VERDICT_CLASS_COUNT,   VERDICT_FAILED_FILE, VERDICT_FINDING,
        VERDICT_OTHER_FAILURE, VERDICT_UNPARSED,
    };
    return column == 0 ? log->books.lines : log->books.by_class[classes[column]];
}

static void widen(size_t *columns, size_t wanted)
{
    if (wanted > *columns)
        *columns = wanted;
}

static struct log_columns columns_for(const struct page *page, const struct report *report)
{
    struct log_columns columns = {0};
    for (size_t i = 0; i < NUMBER_COLUMN_COUNT; i++)
        widen(&columns.numbers[i],
              width_of_text(span_of(ui_text(number_headings[i], page->language))));
    widen(&columns.host, width_of_text(span_of(ui_text(UI_COLUMN_HOST, page->language))));
    widen(&columns.kind, width_of_text(span_of(ui_text(UI_COLUMN_KIND, page->language))));
    for (size_t i = 0; i < report->log_count; i++) {
        char text[NUMBER_TEXT_BYTES];
        const struct report_log *log = &report->logs[i];
        for (size_t column = 0; column < NUMBER_COLUMN_COUNT; column++)
            widen(&columns.numbers[column],
                  width_of_text(span_of(number_text(number_of(log, column), text))));
        widen(&columns.host, width_of_text(log->host));
        widen(&columns.kind, width_of_text(span_of(log->kind_name)));
    }
    if (page->width < DEFAULT_PAGE_COLUMNS)
        columns.kind = 0;
    if (columns.host > MAX_HOST_COLUMNS)
        columns.host = MAX_HOST_COLUMNS;
    return columns;
}

static void write_header(struct page *page, const struct log_columns *columns)
{
    struct writer *writer = page->writer;
    page_heading(page, UI_LOGS);
    writer_text(writer, "  ");
    for (size_t i = 0; i < NUMBER_COLUMN_COUNT; i++) {
        width_pad_right(writer, span_of(ui_text(number_headings[i], page->language)),
                        columns->numbers[i]);
        writer_repeat(writer, ' ', GAP);
    }
    width_pad_left(writer, span_of(ui_text(UI_COLUMN_HOST, page->language)), columns->host,
                   TRUNCATE_END);
    writer_repeat(writer, ' ', GAP);
    if (columns->kind > 0) {
        width_pad_left(writer, span_of(ui_text(UI_COLUMN_KIND, page->language)), columns->kind,
                       TRUNCATE_END);
        writer_repeat(writer, ' ', GAP);
    }
    writer_text(writer, ui_text(UI_COLUMN_LOG, page->language));
    page_new_line(page);
}

static void write_log(struct page *page, const struct log_columns *columns,
                      const struct report_log *log)
{
    struct writer *writer = page->writer;
    writer_text(writer, log->complete ? "  " : "! ");
    page->column = 2;
    for (size_t i = 0; i < NUMBER_COLUMN_COUNT; i++) {
        char text[NUMBER_TEXT_BYTES];
        width_pad_right(writer, span_of(number_text(number_of(log, i), text)), columns->numbers[i]);
        writer_repeat(writer, ' ', GAP);
        page->column += columns->numbers[i] + GAP;
    }
    width_pad_left(writer, log->host, columns->host, TRUNCATE_PATH);
    page->column += columns->host;
    if (columns->kind > 0) {
        writer_repeat(writer, ' ', GAP);
        width_pad_left(writer, span_of(log->kind_name), columns->kind, TRUNCATE_END);
        page->column += GAP + columns->kind;
    }
    text_add_log(page, log->source, log->member);
    page_path(page, page->column + GAP);
    page_new_line(page);
}

/* Logs that were not read completely come first, so that they are never among those cut off. */
void text_logs(struct page *page, const struct report *report)
{
    if (report->log_count < 2)
        return;
    struct log_columns columns = columns_for(page, report);
    size_t wanted = text_shown_count(page, report->log_count);
    size_t shown = 0;
    write_header(page, &columns);
    for (size_t i = 0; i < report->log_count && shown < wanted; i++) {
        if (!report->logs[i].complete) {
            write_log(page, &columns, &report->logs[i]);
            shown++;
        }
    }
    bool has_incomplete = shown > 0;
    for (size_t i = 0; i < report->log_count && shown < wanted; i++) {
        if (report->logs[i].complete) {
            write_log(page, &columns, &report->logs[i]);
            shown++;
        }
    }
    text_more(page, 2, shown, report->log_count);
    if (has_incomplete) {
        page_add_ui_text(page, UI_INCOMPLETE_MARK_LEGEND);
        page_flow(page, 0);
    }
}
