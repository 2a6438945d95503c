#include "output/text/text_readings.h"

#include "output/text/text_layout.h"

enum { INDENT = 2, REASON_INDENT = 6 };

static void write_numbers(struct page *page, const struct reading *reading)
{
    char fitting[NUMBER_TEXT_BYTES];
    char tried[NUMBER_TEXT_BYTES];
    if (reading->fitting_lines > 0)
        page_add_filled(page, UI_READING_LINES_FIT,
                        span_of(number_text(reading->fitting_lines, fitting)),
                        span_of(number_text(reading->head_lines, tried)));
    if (reading->against_lines > 0)
        page_add_count(page, UI_READING_LINES_AGAINST, reading->against_lines);
}

static void write_reason(struct page *page, const struct report_log *log)
{
    static const enum ui_text_id reasons[] = {
#define REASON_TEXT(id, word) [READING_##id] = UI_READING_BY_##id,
        READING_REASONS(REASON_TEXT)
#undef REASON_TEXT
    };
    page_indent(page, REASON_INDENT);
    page_add_filled(page, reasons[log->reading.reason], span_of(log->grammar), (struct span){0});
    write_numbers(page, &log->reading);
    page_flow(page, REASON_INDENT);
}

static void write_close(struct page *page, const struct reading *reading)
{
    char lines[NUMBER_TEXT_BYTES];
    if (reading->close == NULL)
        return;
    page_indent(page, REASON_INDENT);
    page_add_filled(page, UI_READING_CLOSE, span_of(reading->close),
                    span_of(number_text(reading->close_lines, lines)));
    if (reading->close_against_lines > 0)
        page_add_count(page, UI_READING_LINES_AGAINST, reading->close_against_lines);
    page_flow(page, REASON_INDENT);
}

static void write_taken_off(struct page *page, const struct wrapper_kinds *taken_off)
{
    static const enum ui_text_id texts[] = {
#define WRAPPER_TEXT(id, word) [WRAPPER_##id] = UI_WRAPPER_##id,
        WRAPPER_KINDS(WRAPPER_TEXT)
#undef WRAPPER_TEXT
    };
    if (taken_off->count == 0)
        return;
    page_indent(page, REASON_INDENT);
    page_add_ui_text(page, UI_READING_TAKEN_OFF);
    for (size_t i = 0; i < taken_off->count; i++) {
        if (i > 0)
            page_add_text(page, ", ");
        page_add_ui_text(page, texts[taken_off->kinds[i]]);
    }
    page_flow(page, REASON_INDENT);
}

void text_readings(struct page *page, const struct report *report)
{
    if (!page->options->explains_reading || report->log_count == 0)
        return;
    page_heading(page, UI_READINGS);
    for (size_t i = 0; i < report->log_count; i++) {
        const struct report_log *log = &report->logs[i];
        text_add_log(page, log->source, log->member);
        page_path(page, INDENT);
        page_new_line(page);
        write_reason(page, log);
        write_close(page, &log->reading);
        write_taken_off(page, &log->taken_off);
    }
}
