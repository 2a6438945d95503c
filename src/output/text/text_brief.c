/* What the text report shows without --all: so much that it fits on a screen. Everything else is a
 * section of its own, in full. */
#include "output/text/text_layout.h"

enum { INDENT = 3 };

/* A report with several kinds of entries has less room for each. */
enum { REASONS_ALONE = 5, REASONS_AMONG_OTHERS = 2, FAILURES_AMONG_OTHERS = 4 };

/* So few fit in full. */
enum { FAILURES_IN_FULL = 2 };

/* The file, and where it stands below: neither is broken, since people copy them. */
static void example(struct page *page, const struct report *report,
                    const struct report_reason *reason)
{
    char number[NUMBER_TEXT_BYTES];
    width_pad_right(page->writer, span_of(number_text(reason->rank, number)), INDENT - 1);
    page->column = INDENT - 1;
    page_add(page, reason->example.path);
    page_path(page, INDENT, 0);
    page_new_line(page);
    text_add_place(page, report, reason->example.place);
    page_path(page, INDENT, 0);
    page_new_line(page);
}

/* "3 files: Outlook has the mail store open. ...": what the places of most of its files tell. */
static void known_case(struct page *page, const struct report_reason *reason)
{
    if (reason->context_count == 0)
        return;
    const struct report_context *context = &reason->contexts[0];
    page_add_count(page, WORD_N_FILES, context->files);
    page_add_text(page, ": ");
    if (context->mark[0] != '\0')
        page_add_word(page, WORD_MARK_HARMLESS);
    page_add_text(page, context->advice[0] != '\0' ? context->advice : context->name);
    page_indent(page, INDENT);
    page_flow(page, INDENT);
}

static void examples(struct page *page, const struct report *report)
{
    size_t few = report->finding_count > 0 ? REASONS_AMONG_OTHERS : REASONS_ALONE;
    size_t shown = text_brief_count(page, report->reason_count, few);
    if (shown == 0)
        return;
    page_heading(page, WORD_EXAMPLES);
    for (size_t i = 0; i < shown; i++) {
        if (report->reasons[i].example.place.line > 0)
            example(page, report, &report->reasons[i]);
        known_case(page, &report->reasons[i]);
    }
}

void text_reasons_in_brief(struct page *page, const struct report *report)
{
    if (text_details_fit(page, report))
        text_reasons(page, report);
    else
        examples(page, report);
}

/* "2 System.Net.WebException, 1 0x80070070 ERROR_DISK_FULL, and 3 more" */
void text_failures_in_brief(struct page *page, const struct report *report)
{
    bool has_room = report->reason_count + report->finding_count == 0 ||
                    report->other_failure_count <= FAILURES_IN_FULL;
    size_t shown = text_brief_count(page, report->other_failure_count, FAILURES_AMONG_OTHERS);
    if (has_room) {
        text_other_failures(page, report);
        return;
    }
    if (shown == 0)
        return;
    page_heading(page, WORD_OTHER_FAILURES);
    for (size_t i = 0; i < shown; i++) {
        const struct report_other_failure *failure = &report->other_failure_list[i];
        if (i > 0)
            page_add_word(page, WORD_LIST_COMMA);
        page_add_number(page, failure->code.events);
        page_add_text(page, " ");
        text_add_failure_name(page, failure);
    }
    if (shown < report->other_failure_count) {
        page_add_word(page, WORD_LIST_COMMA);
        page_add_count(page, WORD_AND_MORE, report->other_failure_count - shown);
    }
    page_indent(page, INDENT);
    page_flow(page, INDENT);
}

void text_rest(struct page *page, const struct report *report)
{
    if (report->reason_count == 0 && report->finding_count < 2 && report->log_count < 2)
        return;
    page_new_line(page);
    page_add_word(page, WORD_REST);
    page_flow(page, 0);
}
