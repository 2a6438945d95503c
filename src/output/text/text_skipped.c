/* What of the input is in no log: files that were passed over, and logs in which there is nothing.
 */
#include "output/text/text_layout.h"

#include <string.h>

enum { INDENT = 2 };

static const char empty[] = "empty";

/* The reasons that machines are told, and their words: what may have been a log comes first. */
static const struct {
    const char *reason;
    enum ui_text_id word;
} skip_words[] = {
    {empty, WORD_SKIPPED_EMPTY},         {"unknown-text", WORD_SKIPPED_UNKNOWN_TEXT},
    {"link", WORD_SKIPPED_LINK},         {"special", WORD_SKIPPED_SPECIAL},
    {"not-text", WORD_SKIPPED_NOT_TEXT},
};

enum { SKIP_WORD_COUNT = sizeof skip_words / sizeof skip_words[0] };

/* The place of a reason in the table; SKIP_WORD_COUNT for one that has no word yet. */
static size_t number_of(const char *reason)
{
    size_t number = 0;
    while (number < SKIP_WORD_COUNT && strcmp(skip_words[number].reason, reason) != 0)
        number++;
    return number;
}

static uint64_t skipped_for(const struct report *report, size_t number)
{
    uint64_t count = 0;
    for (size_t i = 0; i < report->skipped_count; i++)
        count += number_of(report->skipped[i].reason) == number;
    return count;
}

/* A reason without a word is shown as machines are told. */
static void add_reason(struct page *page, const char *reason)
{
    size_t number = number_of(reason);
    if (number < SKIP_WORD_COUNT)
        page_add_word(page, skip_words[number].word);
    else
        page_add_text(page, reason);
}

static void add_skip_count(struct page *page, bool is_first, const char *reason, uint64_t count)
{
    if (!is_first)
        page_add_word(page, WORD_LIST_COMMA);
    add_reason(page, reason);
    page_add_text(page, " ");
    page_add_number(page, count);
}

static void counts(struct page *page, const struct report *report)
{
    bool is_first = true;
    text_bullet(page);
    page_add_count(page, WORD_NOTE_SKIPPED, report->skipped_count);
    for (size_t number = 0; number < SKIP_WORD_COUNT; number++) {
        uint64_t count = skipped_for(report, number);
        if (count == 0)
            continue;
        add_skip_count(page, is_first, skip_words[number].reason, count);
        is_first = false;
    }
    for (size_t i = 0; i < report->skipped_count; i++) {
        if (number_of(report->skipped[i].reason) < SKIP_WORD_COUNT)
            continue;
        add_skip_count(page, is_first, report->skipped[i].reason, 1);
        is_first = false;
    }
    page_flow(page, INDENT);
}

/* "bundle/dump.bin: not text (zip)" */
static void name_skipped(struct page *page, const struct report_skipped *skipped)
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

void text_skipped(struct page *page, const struct report *report)
{
    /* Where something was found the names are less than what else a screen must hold. */
    bool is_quiet = report->files + report->findings + report->other_failures == 0;
    size_t few = is_quiet ? MAX_SKIPPED_SHOWN : 0;
    size_t wanted = text_shows_all(page) ? report->skipped_count : few;
    size_t shown = 0;
    if (report->skipped_count == 0)
        return;
    counts(page, report);
    for (size_t number = 0; number <= SKIP_WORD_COUNT; number++)
        for (size_t i = 0; i < report->skipped_count && shown < wanted; i++) {
            if (number_of(report->skipped[i].reason) != number)
                continue;
            name_skipped(page, &report->skipped[i]);
            shown++;
        }
    if (shown > 0)
        text_more(page, INDENT, shown, report->skipped_count);
}

/* Adds the name, or only counts it when enough are named. */
static void add_empty(struct page *page, struct span source, struct span member, size_t *count)
{
    if (++*count > MAX_EMPTY_SHOWN)
        return;
    if (*count == 1)
        page_add_word(page, WORD_EMPTY_LOGS);
    else
        page_add_word(page, WORD_LIST_COMMA);
    text_add_log(page, source, member);
}

void text_empty_logs(struct page *page, const struct report *report)
{
    size_t count = 0;
    for (size_t i = 0; i < report->log_count; i++) {
        const struct books *books = &report->logs[i].books;
        if (books->lines + books->outside_period == 0)
            add_empty(page, report->logs[i].source, report->logs[i].member, &count);
    }
    for (size_t i = 0; i < report->skipped_count; i++)
        if (strcmp(report->skipped[i].reason, empty) == 0)
            add_empty(page, report->skipped[i].source, report->skipped[i].member, &count);
    if (count == 0)
        return;
    if (count > MAX_EMPTY_SHOWN) {
        page_add_word(page, WORD_LIST_COMMA);
        page_add_count(page, WORD_AND_MORE, count - MAX_EMPTY_SHOWN);
    }
    page_flow(page, 0);
}
