#include "output/text/text_brief.h"

#include "output/text/text_layout.h"
#include "output/text/text_reasons.h"

enum { INDENT = 3 };

/* A report with several kinds of entries has less room for each. */
enum { REASONS_ALONE = 5, REASONS_AMONG_OTHERS = 2 };

static int weight_of(const struct report_reason *reason)
{
    return (reason->severity == SEVERITY_ERROR ? 2 : 0) + (reason->at_risk ? 1 : 0);
}

/* The path, and below it the place: neither is wrapped, since people copy them. */
static void write_example(struct page *page, const struct report *report,
                          const struct report_reason *reason)
{
    char number[NUMBER_TEXT_BYTES];
    width_pad_right(page->writer, span_of(number_text(reason->rank, number)), INDENT - 1);
    page->column = INDENT - 1;
    page_add(page, reason->example.path);
    page_path(page, INDENT);
    page_new_line(page);
    text_add_place(page, report, reason->example.place);
    page_path(page, INDENT);
    page_new_line(page);
}

/* "3 files: Outlook has the mail store open. ...": the context of most of its files. */
static void write_context(struct page *page, const struct report_reason *reason)
{
    if (reason->context_count == 0)
        return;
    const struct report_context *context = &reason->contexts[0];
    page_add_count(page, UI_N_FILES, context->files);
    page_add_text(page, ": ");
    if (context->mark[0] != '\0')
        page_add_ui_text(page, UI_MARK_HARMLESS);
    page_add_text(page, context->advice[0] != '\0' ? context->advice : context->name);
    page_indent(page, INDENT);
    page_flow(page, INDENT);
}

/* The shown reason that says most and comes after `last`, which is NULL for the first one: errors
 * go first, then files at risk, then as ranked. NULL after the last one. */
static const struct report_reason *next_reason(const struct page *page, const struct report *report,
                                               const struct report_reason *last)
{
    enum { WEIGHTS = 4 };
    for (int weight = last != NULL ? weight_of(last) : WEIGHTS - 1; weight >= 0; weight--)
        for (size_t i = 0; i < report->reason_count; i++) {
            const struct report_reason *reason = &report->reasons[i];
            bool is_past = last != NULL && weight == weight_of(last) && reason <= last;
            if (!is_past && weight_of(reason) == weight && text_shows_reason(page, report, i))
                return reason;
        }
    return NULL;
}

static void write_reason(struct page *page, const struct report *report,
                         const struct report_reason *reason)
{
    if (reason->example.place.line > 0)
        write_example(page, report, reason);
    write_context(page, reason);
}

/* The numbers of the examples are those of the table of reasons, which must be there. The reason of
 * most files has one, whatever others say. */
static void write_examples(struct page *page, const struct report *report)
{
    size_t few = report->finding_count > 0 ? REASONS_AMONG_OTHERS : REASONS_ALONE;
    size_t shown = text_brief_count(page, report->reason_count, few);
    const struct report_reason *reason = NULL;
    if (shown == 0 || report->by != BY_REASON)
        return;
    page_heading(page, UI_EXAMPLES);
    bool has_first = !text_shows_reason(page, report, 0);
    for (size_t i = 0; i < shown; i++) {
        reason = next_reason(page, report, reason);
        if (reason == NULL)
            return;
        write_reason(page, report, reason);
        has_first = has_first || reason == report->reasons;
    }
    if (!has_first)
        write_reason(page, report, report->reasons);
}

void text_brief_reasons(struct page *page, const struct report *report)
{
    if (text_details_fit(page, report))
        text_reasons(page, report);
    else
        write_examples(page, report);
}

void text_brief_rest(struct page *page, const struct report *report)
{
    if (report->reason_count == 0 && report->finding_count < 2 && report->log_count < 2)
        return;
    page_new_line(page);
    page_add_ui_text(page, UI_REST);
    page_flow(page, 0);
}
