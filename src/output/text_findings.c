/* Known errors of the agent, and failures that name no file. */
#include "output/text_sections.h"

#include <string.h>

enum { INDENT = 3, LABEL_COLUMNS = 12, MAX_ACTIONS_SHOWN = 5 };

static bool is_said(const char *text)
{
    return text != NULL && text[0] != '\0';
}

static void add_part(struct page *page, const char *text)
{
    if (!is_said(text))
        return;
    if (page->line.length > 0)
        page_add_word(page, WORD_LIST_COMMA);
    page_add_text(page, text);
}

/* A few of the agent's errors are known by symbol or number alone. */
static const char *finding_name(const struct report_finding *finding)
{
    const char *const names[] = {finding->title, finding->symbol, finding->id};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (is_said(names[i]))
            return names[i];
    return "-";
}

static void finding_title(struct page *page, const struct report *report,
                          const struct report_finding *finding)
{
    char number[NUMBER_TEXT_BYTES];
    char text[MOMENT_TEXT_BYTES];
    page_color(page, severity_color(finding->severity));
    write_right(page->writer, span_of(number_text(finding->rank, number)), 2);
    page->column = 2;
    page_add_text(page, finding_name(finding));
    page_indent(page, INDENT);
    page_flow(page, INDENT);
    page_color(page, COLOR_NONE);
    if (is_said(finding->id)) {
        page_add_text(page, "ID ");
        page_add_text(page, finding->id);
    }
    if (is_said(finding->hex)) {
        page_add_text(page, " (");
        page_add_text(page, finding->hex);
        page_add_text(page, ")");
    }
    add_part(page, finding->symbol);
    add_part(page, finding->category_title);
    add_part(page, word_text(severity_word(finding->severity), page->language));
    page_add_word(page, WORD_LIST_COMMA);
    page_add_count(page, finding->is_inferred ? WORD_TIMES : WORD_N_RECORDS, finding->events);
    if (moment_is_set(finding->last_seen)) {
        page_add_word(page, WORD_LIST_COMMA);
        moment_format(finding->last_seen, report->zone, text);
        page_add_filled(page, WORD_LAST_SEEN, span_of(text), (struct span){0});
    }
    page_indent(page, INDENT);
    page_flow(page, INDENT);
}

/* What a finding was inferred from. */
static void finding_details(struct page *page, const struct report_finding *finding)
{
    enum { MAX_DETAILS_SHOWN = 5 };
    size_t shown =
        finding->detail_count < MAX_DETAILS_SHOWN ? finding->detail_count : MAX_DETAILS_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        if (i == 0)
            page_label(page, INDENT, WORD_LABEL_DETAIL, LABEL_COLUMNS);
        page_indent(page, INDENT + LABEL_COLUMNS);
        page_add(page, finding->details[i]);
        page_flow(page, INDENT + LABEL_COLUMNS);
    }
    text_more(page, INDENT + LABEL_COLUMNS, shown, finding->detail_count);
}

void text_findings(struct page *page, const struct report *report)
{
    size_t shown = text_shown_count(report, report->finding_count);
    if (shown == 0)
        return;
    page_heading(page, WORD_FINDINGS);
    for (size_t i = 0; i < shown; i++) {
        const struct report_finding *finding = &report->finding_list[i];
        if (i > 0)
            page_new_line(page);
        finding_title(page, report, finding);
        text_labelled(page, INDENT, LABEL_COLUMNS, WORD_LABEL_CAUSE, finding->cause);
        text_hosts(page, report, finding->hosts, finding->host_count, INDENT, LABEL_COLUMNS);
        finding_details(page, finding);
        size_t actions =
            finding->action_count < MAX_ACTIONS_SHOWN ? finding->action_count : MAX_ACTIONS_SHOWN;
        text_numbered(page, INDENT, LABEL_COLUMNS, WORD_LABEL_ACTION, finding->actions, actions);
        text_example(page, report, &finding->example, INDENT, LABEL_COLUMNS);
        text_labelled(page, INDENT, LABEL_COLUMNS, WORD_LABEL_REFERENCE, finding->reference);
    }
    if (shown < report->finding_count) {
        page_new_line(page);
        text_more(page, 0, shown, report->finding_count);
    }
}

static void other_failure(struct page *page, const struct report *report,
                          const struct report_other_failure *failure)
{
    enum { EVENT_COLUMNS = 7 };
    char number[NUMBER_TEXT_BYTES];
    write_right(page->writer, span_of(number_text(failure->code.events, number)), EVENT_COLUMNS);
    page->column = EVENT_COLUMNS;
    struct span symbol =
        failure->symbol.length > 0 ? failure->symbol : span_of(failure->code.symbol);
    if (failure->code.has_value)
        page_add_text(page, failure->code.text);
    else if (symbol.length == 0)
        page_add_word(page, WORD_NO_CODE);
    if (symbol.length > 0) {
        page_add_text(page, page->line.length > 0 ? " " : "");
        page_add(page, symbol);
    }
    if (is_said(failure->code.meaning)) {
        page_add_text(page, ": ");
        page_add_text(page, failure->code.meaning);
    }
    page_indent(page, EVENT_COLUMNS + 2);
    page_flow(page, EVENT_COLUMNS + 2);
    if (failure->example.place.line == 0)
        return;
    text_add_place(page, report, failure->example.place);
    page_path(page, EVENT_COLUMNS + 2, 0);
    page_new_line(page);
}

void text_other_failures(struct page *page, const struct report *report)
{
    size_t shown = text_shown_count(report, report->other_failure_count);
    if (shown == 0)
        return;
    page_heading(page, WORD_OTHER_FAILURES);
    for (size_t i = 0; i < shown; i++)
        other_failure(page, report, &report->other_failure_list[i]);
    text_more(page, 0, shown, report->other_failure_count);
}
