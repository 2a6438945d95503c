/* Known errors of the agent, and failures that name no file. */
#include "output/text/text_layout.h"

#include <string.h>

/* Without --all: two in detail, or one when there are failed files as well, and the others of the
 * first few in a line each: with the rest of the report about a screen. */
enum {
    INDENT = 3,
    LABEL_COLUMNS = 12,
    ACTIONS_ALONE = 4,
    ACTIONS_BESIDE_FILES = 2,
    DETAILED_ALONE = 2,
    DETAILED_BESIDE_FILES = 1,
    SHOWN_BESIDE_FILES = 5
};

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

static void add_overcome(struct page *page, bool is_overcome)
{
    add_part(page, is_overcome ? ui_text(WORD_OVERCOME, page->language) : NULL);
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

static void finding_title(struct page *page, const struct report_finding *finding)
{
    char number[NUMBER_TEXT_BYTES];
    char text[DATETIME_TEXT_BYTES];
    page_color(page, page_severity_color(finding->severity));
    width_pad_right(page->writer, span_of(number_text(finding->rank, number)), 2);
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
    add_part(page, ui_text(ui_text_of_severity(finding->severity), page->language));
    page_add_word(page, WORD_LIST_COMMA);
    if (finding->files > 0)
        page_add_count(page, WORD_N_FILES, finding->files);
    else
        page_add_count(page, finding->is_inferred ? WORD_TIMES : WORD_N_RECORDS, finding->events);
    if (datetime_is_set(finding->last_seen)) {
        page_add_word(page, WORD_LIST_COMMA);
        datetime_format(finding->last_seen, page->options->zone, text);
        page_add_filled(page, WORD_LAST_SEEN, span_of(text), (struct span){0});
    }
    add_overcome(page, finding->is_overcome);
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

/* What `explain` knows it by. */
static const char *finding_key(const struct report_finding *finding)
{
    if (is_said(finding->id))
        return finding->id;
    return is_said(finding->symbol) ? finding->symbol : finding->title;
}

static void add_explain(struct page *page, const struct report_finding *finding,
                        enum ui_text_id word, size_t count)
{
    struct buffer key = {0};
    char number[NUMBER_TEXT_BYTES];
    bool needs_quotes = strchr(finding_key(finding), ' ') != NULL;
    struct fault *fault = &page->writer->fault;
    if (!buffer_append_format(&key, fault, needs_quotes ? "\"%s\"" : "%s", finding_key(finding)))
        return;
    if (word == WORD_SEE_EXPLAIN)
        page_add_filled(page, word, buffer_span(&key), (struct span){0});
    else
        page_add_filled(page, word, span_of(number_text(count, number)), buffer_span(&key));
    buffer_release(&key);
}

/* The first ones; one that is to be done for several volumes is one. */
static size_t actions_on_a_screen(const struct report_finding *finding, size_t most)
{
    size_t different = 0;
    size_t enough = 0;
    for (size_t i = 0; i < finding->action_count; i++) {
        different += i == 0 || strcmp(finding->action_keys[i], finding->action_keys[i - 1]) != 0;
        enough = different <= most ? i + 1 : enough;
    }
    return different <= most + 1 ? finding->action_count : enough;
}

static void finding_in_detail(struct page *page, const struct report *report,
                              const struct report_finding *finding)
{
    finding_title(page, finding);
    text_labelled(page, INDENT, LABEL_COLUMNS, WORD_LABEL_CAUSE, finding->cause);
    text_labelled(page, INDENT, LABEL_COLUMNS, WORD_LABEL_CONTEXT, finding->advice);
    if (text_shows_all(page) || report->reason_count == 0)
        text_hosts(page, report, finding->hosts, finding->host_count, INDENT, LABEL_COLUMNS);
    finding_details(page, finding);
    size_t most = report->reason_count > 0 ? ACTIONS_BESIDE_FILES : ACTIONS_ALONE;
    size_t actions =
        text_shows_all(page) ? finding->action_count : actions_on_a_screen(finding, most);
    text_numbered(page, INDENT, LABEL_COLUMNS, WORD_LABEL_ACTION, finding->actions, actions);
    if (actions < finding->action_count) {
        add_explain(page, finding, WORD_MORE_ACTIONS, finding->action_count - actions);
        page_indent(page, INDENT + LABEL_COLUMNS);
        page_flow(page, INDENT + LABEL_COLUMNS);
    }
    text_example(page, report, &finding->example, INDENT, LABEL_COLUMNS);
    text_labelled(page, INDENT, LABEL_COLUMNS, WORD_LABEL_REFERENCE, finding->reference);
}

/* "Title - 3 records: marsift explain 100050" */
static void finding_in_a_line(struct page *page, const struct report_finding *finding)
{
    char number[NUMBER_TEXT_BYTES];
    page_color(page, page_severity_color(finding->severity));
    width_pad_right(page->writer, span_of(number_text(finding->rank, number)), 2);
    page_color(page, COLOR_NONE);
    page->column = 2;
    page_add_text(page, finding_name(finding));
    page_add_text(page, " - ");
    page_add_count(page, finding->is_inferred ? WORD_TIMES : WORD_N_RECORDS, finding->events);
    add_overcome(page, finding->is_overcome);
    page_add_text(page, ": ");
    add_explain(page, finding, WORD_SEE_EXPLAIN, 0);
    page_indent(page, INDENT);
    page_flow(page, INDENT);
}

static bool has_specific(const struct report *report)
{
    for (size_t i = 0; i < report->finding_count; i++)
        if (!report->finding_list[i].is_generic)
            return true;
    return false;
}

void text_findings(struct page *page, const struct report *report)
{
    size_t shown = text_brief_count(page, report->finding_count,
                                    report->reason_count > 0 ? SHOWN_BESIDE_FILES : DEFAULT_TOP);
    size_t few = report->reason_count > 0 ? DETAILED_BESIDE_FILES : DETAILED_ALONE;
    size_t detailed = text_shows_all(page) ? shown : few;
    if (shown == 0)
        return;
    page_heading(page, WORD_FINDINGS);
    for (size_t i = 0; i < shown; i++) {
        if (i > 0 && i <= detailed)
            page_new_line(page);
        if (i < detailed)
            finding_in_detail(page, report, &report->finding_list[i]);
        else
            finding_in_a_line(page, &report->finding_list[i]);
    }
    text_more(page, 0, shown, report->finding_count);
    if (has_specific(report))
        return;
    page_new_line(page);
    page_add_word(page, WORD_SEE_BASICS);
    page_flow(page, 0);
}

void text_add_failure_name(struct page *page, const struct report_other_failure *failure)
{
    bool has_code = failure->code.has_value;
    struct span symbol =
        failure->symbol.length > 0 ? failure->symbol : span_of(failure->code.symbol);
    if (has_code)
        page_add_text(page, failure->code.text);
    else if (symbol.length == 0)
        page_add_word(page, WORD_NO_CODE);
    if (symbol.length > 0) {
        page_add_text(page, has_code ? " " : "");
        page_add(page, symbol);
    }
}

static void other_failure(struct page *page, const struct report *report,
                          const struct report_other_failure *failure)
{
    enum { EVENT_COLUMNS = 7 };
    char number[NUMBER_TEXT_BYTES];
    width_pad_right(page->writer, span_of(number_text(failure->code.events, number)),
                    EVENT_COLUMNS);
    page->column = EVENT_COLUMNS;
    text_add_failure_name(page, failure);
    if (is_said(failure->code.meaning)) {
        page_add_text(page, ": ");
        page_add_text(page, failure->code.meaning);
    }
    add_overcome(page, failure->is_overcome);
    page_indent(page, EVENT_COLUMNS + 2);
    page_flow(page, EVENT_COLUMNS + 2);
    if (failure->example.place.line == 0)
        return;
    page_indent(page, EVENT_COLUMNS + 2);
    width_truncate(page->writer, failure->example.path, page->width - EVENT_COLUMNS - 2, CUT_END);
    page_new_line(page);
    text_add_place(page, report, failure->example.place);
    page_path(page, EVENT_COLUMNS + 2, 0);
    page_new_line(page);
}

void text_other_failures(struct page *page, const struct report *report)
{
    size_t shown = text_shown_count(page, report->other_failure_count);
    if (shown == 0)
        return;
    page_heading(page, WORD_OTHER_FAILURES);
    for (size_t i = 0; i < shown; i++)
        other_failure(page, report, &report->other_failure_list[i]);
    text_more(page, 0, shown, report->other_failure_count);
}
