#include "output/text/text_evidence.h"

#include <string.h>

#include "base/count_of.h"
#include "grammar/log_kind.h"
#include "output/text/text_layout.h"

/* The kinds of logs, and whether every sound bundle has one: it is reported as missing then. */
static const struct {
    enum log_kind kind;
    enum ui_text_id text;
    bool is_expected;
} kinds[] = {
    {LOG_KIND_ENGINE_LOG, UI_KIND_ENGINE_LOG, true},
    {LOG_KIND_FAILED_FILES_LIST, UI_KIND_LIST, true},
    {LOG_KIND_EVENTS, UI_KIND_EVENTS, true},
    {LOG_KIND_JOB_TABLE, UI_KIND_JOB_TABLE, false},
    {LOG_KIND_BACKUP_ERROR_LOG, UI_KIND_WSB, false},
    {LOG_KIND_CONSOLE, UI_KIND_CONSOLE, false},
    {LOG_KIND_SYSTEM_INFORMATION, UI_KIND_SYSTEM_INFORMATION, false},
    {LOG_KIND_MESSAGES, UI_KIND_MESSAGES, false},
    {LOG_KIND_TEXT, UI_KIND_TEXT, false},
};

enum { KIND_COUNT = COUNT_OF(kinds) };

static uint64_t logs_of(const struct report *report, enum log_kind kind)
{
    for (size_t i = 0; i < report->evidence_count; i++)
        if (report->evidence[i].kind == kind)
            return report->evidence[i].logs;
    return 0;
}

/* Adds `lead` and the kinds in the input, "engine log (2), job messages (1)", or the missing ones
 * without counts. */
static void add_kinds(struct page *page, const struct report *report, enum ui_text_id lead,
                      bool is_there)
{
    bool is_first = true;
    for (size_t i = 0; i < KIND_COUNT; i++) {
        uint64_t logs = logs_of(report, kinds[i].kind);
        if (is_there ? logs == 0 : logs > 0 || !kinds[i].is_expected)
            continue;
        page_add_ui_text(page, is_first ? lead : UI_LIST_COMMA);
        page_add_ui_text(page, kinds[i].text);
        is_first = false;
        if (!is_there)
            continue;
        page_add_text(page, " (");
        page_add_number(page, logs);
        page_add_text(page, ")");
    }
    if (!is_first)
        page_add_ui_text(page, UI_STOP);
}

bool text_evidence_is_missing(const struct report *report)
{
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (kinds[i].is_expected && logs_of(report, kinds[i].kind) == 0)
            return true;
    return false;
}

void text_evidence(struct page *page, const struct report *report)
{
    if (report->evidence_count == 0)
        return;
    add_kinds(page, report, UI_LOOKED_AT, true);
    text_add_sentence_gap(page);
    add_kinds(page, report, UI_NOT_THERE, false);
    if (page->line.length > 0)
        page_flow(page, 0);
}

enum { MAX_EMPTY_NAMED = 3 };

/* Counts an empty log, and adds its name while there are few. */
static void add_empty(struct page *page, struct span source, struct span member, size_t *count)
{
    if (++*count > MAX_EMPTY_NAMED)
        return;
    if (*count == 1)
        page_add_ui_text(page, UI_EMPTY_LOGS);
    else
        page_add_ui_text(page, UI_LIST_COMMA);
    text_add_log(page, source, member);
}

/* True for what could not be read, of which nobody knows whether it is empty. */
static bool has_problem(const struct report *report, const struct report_skipped *skipped)
{
    for (size_t i = 0; i < report->problem_count; i++)
        if (span_equals(report->problems[i].source, skipped->source) &&
            span_equals(report->problems[i].member, skipped->member))
            return true;
    return false;
}

void text_evidence_empty_logs(struct page *page, const struct report *report)
{
    size_t count = 0;
    for (size_t i = 0; i < report->log_count; i++) {
        const struct books *books = &report->logs[i].books;
        if (books->lines + books->outside_period == 0 && report->logs[i].problem.length == 0)
            add_empty(page, report->logs[i].source, report->logs[i].member, &count);
    }
    for (size_t i = 0; i < report->skipped_count; i++)
        if (strcmp(report->skipped[i].reason, "empty") == 0 &&
            !has_problem(report, &report->skipped[i]))
            add_empty(page, report->skipped[i].source, report->skipped[i].member, &count);
    if (count == 0)
        return;
    if (count > MAX_EMPTY_NAMED) {
        page_add_ui_text(page, UI_LIST_COMMA);
        page_add_count(page, UI_AND_MORE, count - MAX_EMPTY_NAMED);
    }
    page_flow(page, 0);
}
