#include "output/text/text_other_failures.h"

#include <string.h>

#include "output/text/text_layout.h"

enum {
    INDENT = 3,
    EVENT_COLUMNS = 7,
    MAX_IN_FULL = 2, /* beside reasons or agent errors, without --all */
    BRIEF_TOP = 4,
    MOST_IN_BRIEF = 32,
};

/* Adds code and symbol. */
static void add_failure_name(struct page *page, const struct report_other_failure *failure)
{
    bool has_code = failure->code.has_value;
    struct span symbol =
        failure->symbol.length > 0 ? failure->symbol : span_of(failure->code.symbol);
    if (has_code)
        page_add_text(page, failure->code.text);
    else if (symbol.length == 0)
        page_add_ui_text(page, UI_NO_CODE);
    if (symbol.length > 0) {
        page_add_text(page, has_code ? " " : "");
        page_add(page, symbol);
    }
}

/* Adds the second code of the record. */
static void add_detail(struct page *page, const struct report_code *detail)
{
    if (!detail->has_value)
        return;
    struct page name = page_scratch(page);
    page_add_text(&name, detail->text);
    if (!text_is_empty(detail->symbol)) {
        page_add_text(&name, " ");
        page_add_text(&name, detail->symbol);
    }
    page_add_ui_text(page, UI_LIST_COMMA);
    page_add_filled(page, UI_FAILURE_DETAIL, buffer_span(&name.line), (struct span){0});
    page_release(&name);
}

/* Writes what the code alone calls for, unless a step has said so. */
static void write_own_action(struct page *page, const struct report *report,
                             const struct report_other_failure *failure)
{
    if (failure->own_action == NULL || failure->is_recovered)
        return;
    for (size_t i = 0; i < report->step_count; i++)
        if (strstr(report->steps[i].action, failure->own_action) != NULL)
            return;
    page_indent(page, EVENT_COLUMNS + 2);
    page_add_ui_text(page, UI_LABEL_ACTION);
    page_add_text(page, ": ");
    page_add_text(page, failure->own_action);
    page_flow(page, EVENT_COLUMNS + 2);
}

/* Adds where it failed, " (FS01, FS02)". */
static void add_hosts(struct page *page, const struct report *report,
                      const struct report_other_failure *failure)
{
    if (report->host_count < 2 || failure->host_count == 0)
        return;
    page_add_text(page, " (");
    text_add_hosts(page, failure->hosts, failure->host_count);
    page_add_text(page, ")");
}

static void write_failure(struct page *page, const struct report *report,
                          const struct report_other_failure *failure)
{
    char number[NUMBER_TEXT_BYTES];
    width_pad_right(page->writer, span_of(number_text(failure->code.events, number)),
                    EVENT_COLUMNS);
    page->column = EVENT_COLUMNS;
    add_failure_name(page, failure);
    if (!text_is_empty(failure->code.meaning)) {
        page_add_text(page, ": ");
        page_add_text(page, failure->code.meaning);
    }
    add_detail(page, &failure->detail);
    if (failure->is_restore)
        text_add_part(page, ui_text(UI_NOT_RESTORED, page->language));
    add_hosts(page, report, failure);
    if (datetime_is_set(failure->last_seen)) {
        char text[TEXT_MINUTE_BYTES];
        text_moment(page, failure->last_seen, text);
        page_add_ui_text(page, UI_LIST_COMMA);
        page_add_filled(page, UI_LAST_SEEN, span_of(text), (struct span){0});
    }
    if (failure->is_recovered)
        text_add_part(page, ui_text(UI_RECOVERED, page->language));
    page_indent(page, EVENT_COLUMNS + 2);
    page_flow(page, EVENT_COLUMNS + 2);
    write_own_action(page, report, failure);
    text_message_example(page, report, &failure->example, EVENT_COLUMNS + 2);
}

void text_other_failures(struct page *page, const struct report *report)
{
    size_t shown = text_shown_count(page, report->other_failure_count);
    if (shown == 0)
        return;
    page_heading(page, UI_OTHER_FAILURES);
    for (size_t i = 0; i < shown; i++)
        write_failure(page, report, &report->other_failure_list[i]);
    text_more(page, 0, shown, report->other_failure_count);
}

static bool has_name_of(const struct report_other_failure *a, const struct report_other_failure *b)
{
    return a->code.has_value == b->code.has_value && strcmp(a->code.text, b->code.text) == 0 &&
           span_equals(a->symbol, b->symbol) && a->is_restore == b->is_restore;
}

/* The failures of one name. */
struct named_failures {
    const struct report_other_failure *first;
    uint64_t events;
    bool has_others; /* of that name */
};

/* Sums the failures of the first `most` names, and returns how many names that are; `*rest` counts
 * the failures of other names. */
static size_t sum_by_name(const struct report *report, size_t most,
                          struct named_failures names[MOST_IN_BRIEF], size_t *rest)
{
    size_t count = 0;
    *rest = 0;
    for (size_t i = 0; i < report->other_failure_count; i++) {
        const struct report_other_failure *failure = &report->other_failure_list[i];
        size_t name = 0;
        while (name < count && !has_name_of(names[name].first, failure))
            name++;
        if (name == most) {
            ++*rest;
            continue;
        }
        if (name == count)
            names[count++] = (struct named_failures){.first = failure};
        else
            names[name].has_others = true;
        names[name].events += failure->code.events;
    }
    return count;
}

/* Adds where files were not restored, if that is known: nothing else in the report says it. */
static void add_restoring_hosts(struct page *page, const struct report *report,
                                const struct named_failures *named)
{
    const struct report_other_failure *failure = named->first;
    if (!failure->is_restore || named->has_others || report->host_count < 2 ||
        failure->host_count == 0)
        return;
    page_add_ui_text(page, UI_LIST_COMMA);
    text_add_hosts(page, failure->hosts, failure->host_count);
}

/* "System.Net.WebException (2), 0x80070070 ERROR_DISK_FULL (1), and 3 more" */
static void write_brief(struct page *page, const struct report *report, size_t most)
{
    struct named_failures names[MOST_IN_BRIEF];
    size_t rest = 0;
    size_t count = sum_by_name(report, most, names, &rest);
    page_heading(page, UI_OTHER_FAILURES);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            page_add_ui_text(page, UI_LIST_COMMA);
        add_failure_name(page, names[i].first);
        if (names[i].first->is_restore) {
            page_add_text(page, " ");
            page_add_ui_text(page, UI_NOT_RESTORED);
        }
        page_add_text(page, " (");
        page_add_number(page, names[i].events);
        add_restoring_hosts(page, report, &names[i]);
        page_add_text(page, ")");
    }
    if (rest > 0) {
        page_add_ui_text(page, UI_LIST_COMMA);
        page_add_count(page, UI_AND_MORE, rest);
    }
    page_indent(page, INDENT);
    page_flow(page, INDENT);
}

void text_other_failures_in_brief(struct page *page, const struct report *report)
{
    bool has_room = report->reason_count + report->finding_count == 0 ||
                    report->other_failure_count <= MAX_IN_FULL;
    size_t shown = text_brief_count(page, report->other_failure_count, BRIEF_TOP);
    if (has_room)
        text_other_failures(page, report);
    else if (shown > 0)
        write_brief(page, report, shown < MOST_IN_BRIEF ? shown : MOST_IN_BRIEF);
}
