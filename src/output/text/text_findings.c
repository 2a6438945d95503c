#include "output/text/text_findings.h"

#include <string.h>

#include "output/text/text_finding.h"
#include "output/text/text_layout.h"
#include "output/text/text_servers.h"

/* Without --all: two in detail, or one if there are failed files as well, and the next few in a
 * line each, so that the whole report is about a screen. */
enum {
    INDENT = 3,
    LABEL_COLUMNS = 12,
    ACTIONS_ALONE = 4,
    ACTIONS_BESIDE_FILES = 2,
    DETAILED_ALONE = 2,
    DETAILED_BESIDE_FILES = 1,
    SHOWN_BESIDE_FILES = 5,
    MAX_CODES_SHOWN = 3
};

static void write_title(struct page *page, const struct report_finding *finding)
{
    char number[NUMBER_TEXT_BYTES];
    char text[TEXT_MINUTE_BYTES];
    page_color(page, page_severity_color(finding->severity));
    width_pad_right(page->writer, span_of(number_text(finding->rank, number)), 2);
    page->column = 2;
    text_finding_add_name(page, finding);
    page_indent(page, INDENT);
    page_flow(page, INDENT);
    page_color(page, COLOR_NONE);
    if (!text_is_empty(finding->id)) {
        page_add_text(page, "ID ");
        page_add_text(page, finding->id);
    }
    if (!text_is_empty(finding->hex)) {
        page_add_text(page, " (");
        page_add_text(page, finding->hex);
        page_add_text(page, ")");
    }
    text_add_part(page, finding->symbol);
    text_add_part(page, finding->category_title);
    text_add_part(page, ui_text(ui_text_of_severity(finding->severity), page->language));
    if (text_finding_is_inferred(finding))
        text_add_part(page, ui_text(UI_INFERRED, page->language));
    page_add_ui_text(page, UI_LIST_COMMA);
    text_finding_add_amount(page, finding);
    if (datetime_is_set(finding->last_seen)) {
        page_add_ui_text(page, UI_LIST_COMMA);
        text_moment(page, finding->last_seen, text);
        page_add_filled(page, UI_LAST_SEEN, span_of(text), (struct span){0});
    }
    if (finding->is_recovered)
        text_add_part(page, ui_text(UI_RECOVERED, page->language));
    page_indent(page, INDENT);
    page_flow(page, INDENT);
}

/* The facts from which a finding was inferred. */
static void write_details(struct page *page, const struct report_finding *finding)
{
    enum { MAX_DETAILS_SHOWN = 5 };
    size_t shown =
        finding->detail_count < MAX_DETAILS_SHOWN ? finding->detail_count : MAX_DETAILS_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        if (i == 0)
            page_label(page, INDENT, UI_LABEL_DETAIL, LABEL_COLUMNS);
        page_indent(page, INDENT + LABEL_COLUMNS);
        page_add(page, finding->details[i]);
        page_flow(page, INDENT + LABEL_COLUMNS);
    }
    text_more(page, INDENT + LABEL_COLUMNS, shown, finding->detail_count);
}

/* Returns how many of the actions to show: the first `most` different ones. One that is repeated
 * for several volumes counts once. */
static size_t brief_action_count(const struct report_finding *finding, size_t most)
{
    size_t different = 0;
    size_t enough = 0;
    for (size_t i = 0; i < finding->action_count; i++) {
        different += i == 0 || strcmp(finding->action_keys[i], finding->action_keys[i - 1]) != 0;
        enough = different <= most ? i + 1 : enough;
    }
    return different <= most + 1 ? finding->action_count : enough;
}

/* "0x80040154 REGDB_E_CLASSNOTREG: COM component is not registered (2)"; among several, without the
 * words. */
static void add_code(struct page *page, const struct report_code *code, bool is_only)
{
    page_add_text(page, code->text);
    page_add_text(page, text_is_empty(code->symbol) ? "" : " ");
    page_add_text(page, code->symbol);
    if (is_only) {
        page_add_text(page, ": ");
        page_add_text(page, code->meaning);
    }
    page_add_text(page, " (");
    page_add_number(page, code->events);
    page_add_text(page, ")");
}

/* The codes in a row; with --all, a line each, and below it the place of a record that gives it. */
static void write_codes(struct page *page, const struct report *report,
                        const struct report_finding *finding)
{
    if (finding->code_count == 0)
        return;
    size_t shown = text_brief_count(page, finding->code_count, MAX_CODES_SHOWN);
    page_label(page, INDENT, UI_LABEL_CODES, LABEL_COLUMNS);
    for (size_t i = 0; i < shown; i++) {
        if (i > 0 && !text_shows_all(page))
            page_add_ui_text(page, UI_LIST_COMMA);
        add_code(page, &finding->codes[i], finding->code_count == 1);
        if (!text_shows_all(page))
            continue;
        page_indent(page, INDENT + LABEL_COLUMNS);
        page_flow(page, INDENT + LABEL_COLUMNS);
        text_add_place(page, report, finding->codes[i].example.place);
        page_indent(page, INDENT + LABEL_COLUMNS);
        page_flow(page, INDENT + LABEL_COLUMNS);
    }
    if (shown < finding->code_count) {
        page_add_ui_text(page, UI_LIST_COMMA);
        page_add_count(page, UI_AND_MORE, finding->code_count - shown);
    }
    if (!text_shows_all(page))
        page_flow(page, INDENT + LABEL_COLUMNS);
}

static void write_example(struct page *page, const struct report *report,
                          const struct report_finding *finding)
{
    if (finding->example.place.line == 0)
        return;
    page_label(page, INDENT, UI_LABEL_EXAMPLE, LABEL_COLUMNS);
    text_message_example(page, report, &finding->example, INDENT + LABEL_COLUMNS);
}

static void write_in_detail(struct page *page, const struct report *report,
                            const struct report_finding *finding)
{
    write_title(page, finding);
    text_labelled(page, INDENT, LABEL_COLUMNS, UI_LABEL_CAUSE, finding->cause);
    text_labelled(page, INDENT, LABEL_COLUMNS, UI_LABEL_CONTEXT, finding->advice);
    if (text_shows_all(page) || report->reason_count == 0)
        text_hosts(page, report, finding->hosts, finding->host_count, INDENT, LABEL_COLUMNS);
    write_details(page, finding);
    size_t most = report->reason_count > 0 ? ACTIONS_BESIDE_FILES : ACTIONS_ALONE;
    size_t actions =
        text_shows_all(page) ? finding->action_count : brief_action_count(finding, most);
    text_numbered(page, INDENT, LABEL_COLUMNS, UI_LABEL_ACTION, finding->actions, actions);
    if (actions < finding->action_count) {
        text_finding_add_explain(page, finding, UI_MORE_ACTIONS, finding->action_count - actions);
        page_indent(page, INDENT + LABEL_COLUMNS);
        page_flow(page, INDENT + LABEL_COLUMNS);
    }
    write_codes(page, report, finding);
    write_example(page, report, finding);
    text_labelled(page, INDENT, LABEL_COLUMNS, UI_LABEL_REFERENCE, finding->reference);
}

/* "Title - 3 records, 2 codes: marsift explain 100050" */
static void write_in_a_line(struct page *page, const struct report_finding *finding)
{
    char number[NUMBER_TEXT_BYTES];
    page_color(page, page_severity_color(finding->severity));
    width_pad_right(page->writer, span_of(number_text(finding->rank, number)), 2);
    page_color(page, COLOR_NONE);
    page->column = 2;
    text_finding_add_name(page, finding);
    page_add_text(page, " - ");
    text_finding_add_amount(page, finding);
    if (finding->code_count > 1) {
        page_add_ui_text(page, UI_LIST_COMMA);
        page_add_count(page, UI_N_CODES, finding->code_count);
    }
    if (text_finding_is_inferred(finding))
        text_add_part(page, ui_text(UI_INFERRED, page->language));
    if (finding->is_recovered)
        text_add_part(page, ui_text(UI_RECOVERED, page->language));
    page_add_text(page, ": ");
    text_finding_add_explain(page, finding, UI_SEE_EXPLAIN, 0);
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

/* Without --all, statuses at the end of the list are left out beside specific errors: they say only
 * that something failed. */
static size_t count_worth_a_line(const struct page *page, const struct report *report)
{
    size_t count = report->finding_count;
    while (!text_shows_all(page) && has_specific(report) &&
           report->finding_list[count - 1].is_generic)
        count--;
    return count;
}

static enum ui_text_id heading_of(const struct report *report)
{
    size_t inferred = 0;
    for (size_t i = 0; i < report->finding_count; i++)
        inferred += text_finding_is_inferred(&report->finding_list[i]);
    if (inferred == 0)
        return UI_FINDINGS;
    return inferred < report->finding_count ? UI_FINDINGS_AND_INFERRED : UI_INFERRED_PROBLEMS;
}

void text_findings(struct page *page, const struct report *report)
{
    size_t shown = text_brief_count(page, count_worth_a_line(page, report),
                                    report->reason_count > 0 ? SHOWN_BESIDE_FILES : DEFAULT_TOP);
    size_t few = report->reason_count == 0        ? DETAILED_ALONE
                 : text_servers_are_known(report) ? 0
                                                  : DETAILED_BESIDE_FILES;
    size_t detailed = text_shows_all(page) ? shown : few;
    if (shown == 0)
        return;
    page_heading(page, heading_of(report));
    for (size_t i = 0; i < shown; i++) {
        const struct report_finding *finding = &report->finding_list[i];
        bool is_detailed = i < detailed && (text_shows_all(page) || !finding->is_recovered);
        if (i > 0 && i <= detailed)
            page_new_line(page);
        if (is_detailed)
            write_in_detail(page, report, finding);
        else
            write_in_a_line(page, finding);
    }
    text_more(page, 0, shown, report->finding_count);
    if (has_specific(report))
        return;
    page_new_line(page);
    page_add_ui_text(page, UI_SEE_BASICS);
    page_flow(page, 0);
}
