#include "output/text/text_skipped.h"

#include <string.h>

#include "base/count_of.h"
#include "output/text/text_layout.h"

enum { INDENT = 2, MAX_SKIPPED_NAMED = 5 };

/* The reasons, as JSON has them, and their texts; files that may have been logs come first. */
static const struct {
    const char *reason;
    enum ui_text_id text;
} skip_reasons[] = {
    {"text-with-failures", UI_SKIPPED_FAILURE_TEXT},
    {"empty", UI_SKIPPED_EMPTY},
    {"unknown-text", UI_SKIPPED_UNKNOWN_TEXT},
    {"link", UI_SKIPPED_LINK},
    {"special", UI_SKIPPED_SPECIAL},
    {"not-text", UI_SKIPPED_NOT_TEXT},
};

enum { REPORTS_FAILURES = 0, SKIP_REASON_COUNT = COUNT_OF(skip_reasons) };

/* Returns the index of a reason in the table, SKIP_REASON_COUNT if it is not there. */
static size_t number_of_reason(const char *reason)
{
    size_t number = 0;
    while (number < SKIP_REASON_COUNT && strcmp(skip_reasons[number].reason, reason) != 0)
        number++;
    return number;
}

static uint64_t skipped_for(const struct report *report, size_t number)
{
    uint64_t count = 0;
    for (size_t i = 0; i < report->skipped_count; i++)
        count += number_of_reason(report->skipped[i].reason) == number;
    return count;
}

/* A reason that is not in the table is written as in JSON. */
static void add_reason(struct page *page, const char *reason)
{
    size_t number = number_of_reason(reason);
    if (number < SKIP_REASON_COUNT)
        page_add_ui_text(page, skip_reasons[number].text);
    else
        page_add_text(page, reason);
}

/* Adds "empty (2)"; "empty" if that is the reason of all `total` files. */
static void add_skip_count(struct page *page, bool is_first, const char *reason, uint64_t count,
                           uint64_t total)
{
    if (!is_first)
        page_add_ui_text(page, UI_LIST_COMMA);
    add_reason(page, reason);
    if (count == total)
        return;
    page_add_text(page, " (");
    page_add_number(page, count);
    page_add_text(page, ")");
}

static void write_counts(struct page *page, const struct report *report)
{
    bool is_first = true;
    text_bullet(page);
    page_add_count(page, UI_NOTE_SKIPPED, report->skipped_count);
    for (size_t number = 0; number < SKIP_REASON_COUNT; number++) {
        uint64_t count = skipped_for(report, number);
        if (count == 0)
            continue;
        add_skip_count(page, is_first, skip_reasons[number].reason, count, report->skipped_count);
        is_first = false;
    }
    for (size_t i = 0; i < report->skipped_count; i++) {
        if (number_of_reason(report->skipped[i].reason) < SKIP_REASON_COUNT)
            continue;
        add_skip_count(page, is_first, report->skipped[i].reason, 1, report->skipped_count);
        is_first = false;
    }
    page_flow(page, INDENT);
}

/* "bundle/dump.bin: not text (zip)" */
static void write_name(struct page *page, const struct report_skipped *skipped)
{
    page_indent(page, INDENT);
    text_add_log(page, skipped->source, skipped->member);
    page_add_text(page, ": ");
    add_reason(page, skipped->reason);
    if (skipped->detail.length > 0) {
        page_add_text(page, " (");
        page_add(page, skipped->detail);
        page_add_text(page, ")");
    }
    page_flow(page, 2 * INDENT);
}

/* Returns how many to name: if failures were found, their details need the room, and only texts
 * that report more of them are named. */
static size_t few_of(const struct report *report)
{
    bool has_no_failure = report->files + report->findings + report->other_failures == 0;
    uint64_t telling = skipped_for(report, REPORTS_FAILURES);
    return has_no_failure || telling > MAX_SKIPPED_NAMED ? MAX_SKIPPED_NAMED : (size_t)telling;
}

void text_skipped(struct page *page, const struct report *report)
{
    size_t wanted = text_shows_all(page) ? report->skipped_count : few_of(report);
    size_t shown = 0;
    if (report->skipped_count == 0)
        return;
    write_counts(page, report);
    for (size_t number = 0; number <= SKIP_REASON_COUNT; number++)
        for (size_t i = 0; i < report->skipped_count && shown < wanted; i++) {
            if (number_of_reason(report->skipped[i].reason) != number)
                continue;
            write_name(page, &report->skipped[i]);
            shown++;
        }
    if (shown > 0)
        text_more(page, INDENT, shown, report->skipped_count);
}
