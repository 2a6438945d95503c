#include "output/text/text_headline.h"

#include <string.h>

#include "output/text/text_evidence.h"
#include "output/text/text_failed_jobs.h"
#include "output/text/text_jobs.h"
#include "output/text/text_layout.h"
#include "output/text/text_problems.h"

enum { LABEL_COLUMNS = 10, MAX_HOSTS_NAMED = 6 };

static uint64_t hosts_with_failed_files(const struct report *report)
{
    uint64_t hosts = 0;
    for (size_t i = 0; i < report->host_count; i++)
        hosts += report->hosts[i].files > 0;
    return hosts;
}

/* Adds "No failed file in 12,345 lines of 3 logs", and how many other failures there are. */
static void add_no_failed_file(struct page *page, const struct report *report)
{
    struct page lines = page_scratch(page);
    struct page logs = page_scratch(page);
    page_add_count(&lines, UI_N_LINES, report->books.lines);
    page_add_count(&logs, UI_N_LOGS, report->log_count);
    page_add_filled(page, UI_NO_FAILED_FILE, buffer_span(&lines.line), buffer_span(&logs.line));
    page_release(&lines);
    page_release(&logs);

    struct page records = page_scratch(page);
    uint64_t others = report->findings + report->other_failures;
    page_add_count(&records, UI_N_RECORDS, others);
    if (others > 0)
        page_add_filled(page, UI_BUT_FAILURES, buffer_span(&records.line), (struct span){0});
    page_release(&records);
}

static void add_files(struct page *page, const struct report *report)
{
    bool is_past = report->files_before_clean == report->files;
    page_add_count(page, is_past ? UI_FAILED_EARLIER : UI_NOT_PROTECTED, report->files);
    text_add_on_hosts(page, report, hosts_with_failed_files(report));
    if (is_past)
        page_add_ui_text(page, UI_CLEAN_LATER);
    else if (report->files_before_clean > 0)
        page_add_count(page, UI_BEFORE_CLEAN_OF_THEM, report->files_before_clean);
    if (report->harmless_files > 0)
        page_add_count(page, UI_HARMLESS_OF_THEM, report->harmless_files);
}

static void write_answer(struct page *page, const struct report *report)
{
    uint64_t unparsed = report->books.by_class[VERDICT_UNPARSED];
    text_failed_jobs(page, report);
    if (report->is_foreign) {
        page_add_ui_text(page, UI_FOREIGN);
    } else if (report->is_empty) {
        bool has_files = report->log_count + report->skipped_count > 0;
        page_add_ui_text(page, has_files ? UI_ALL_EMPTY : UI_NOTHING_READ);
    } else if (report->files == 0) {
        add_no_failed_file(page, report);
    } else {
        if (!report->files_exact)
            page_add_ui_text(page, UI_ABOUT);
        else if (report->incomplete)
            page_add_ui_text(page, UI_AT_LEAST);
        add_files(page, report);
    }
    page_add_ui_text(page, UI_STOP);
    if (report->log_count > 0 && !report->incomplete) {
        page_add_ui_text(page, UI_ALL_READ);
        if (unparsed > 0)
            page_add_count(page, UI_BUT_UNPARSED, unparsed);
        page_add_ui_text(page, UI_STOP);
    }
    page_color(page, COLOR_BOLD);
    page_flow(page, 0);
    page_color(page, COLOR_NONE);
}

static void write_incomplete(struct page *page, const struct report *report)
{
    if (!report->incomplete || report->is_foreign ||
        (report->is_empty && !text_problems_exist(report)))
        return;
    page_add_ui_text(page, UI_INCOMPLETE);
    if (text_problems_exist(report))
        page_add_ui_text(page, UI_SEE_PROBLEMS);
    page_color(page, COLOR_RED);
    page_flow(page, 0);
    page_color(page, COLOR_NONE);
}

static void write_logs_line(struct page *page, const struct report *report)
{
    page_label(page, 0, UI_LABEL_LOGS, LABEL_COLUMNS);
    page_add_count(page, UI_N_LOGS, report->log_count);
    page_add_ui_text(page, UI_LIST_COMMA);
    page_add_count(page, UI_N_HOSTS, report->host_count);
    size_t named = report->host_count < MAX_HOSTS_NAMED ? report->host_count : MAX_HOSTS_NAMED;
    if (report->host_count == 1 && text_host_is_nameless(report->hosts[0].name))
        named = 0;
    for (size_t i = 0; i < named; i++) {
        page_add_text(page, i == 0 ? ": " : ", ");
        page_add(page, report->hosts[i].name);
    }
    if (named > 0 && named < report->host_count) {
        page_add_text(page, ", ");
        page_add_count(page, UI_AND_MORE, report->host_count - named);
    }
    page_flow(page, LABEL_COLUMNS);
}

static void write_period_line(struct page *page, const struct report *report)
{
    char first[DATETIME_TEXT_BYTES];
    char last[DATETIME_TEXT_BYTES];
    page_label(page, 0, UI_LABEL_PERIOD, LABEL_COLUMNS);
    datetime_format(report->period_first, page->options->zone, first);
    datetime_format(report->period_last, page->options->zone, last);
    if (!report->has_period)
        page_add_ui_text(page, UI_PERIOD_NONE);
    else if (strcmp(first, last) == 0)
        page_add_text(page, first);
    else
        page_add_filled(page, UI_PERIOD_SPAN, span_of(first), span_of(last));
    page_flow(page, LABEL_COLUMNS);
}

/* The sum over all lines, so that it can be checked by eye. */
static void write_books_line(struct page *page, const struct report *report)
{
    const struct books *books = &report->books;
    page_label(page, 0, UI_LABEL_BOOKS, LABEL_COLUMNS);
    page_add_number(page, books->lines);
    const char *sign = " = ";
    for (enum verdict_class class = 0; class < VERDICT_CLASS_COUNT; class ++) {
        if (books->by_class[class] == 0)
            continue;
        page_add_text(page, sign);
        page_add_count(page, ui_text_of_book(class), books->by_class[class]);
        sign = " + ";
    }
    if (!source_records_balance(books))
        page_add_ui_text(page, UI_UNBALANCED);
    if (books->outside_period > 0)
        page_add_count(page, UI_OUTSIDE, books->outside_period);
    page_flow(page, LABEL_COLUMNS);
}

/* True if the codes of some failed files are not in the input. */
static bool lacks_codes(const struct report *report)
{
    for (size_t i = 0; i < report->reason_count; i++)
        for (size_t code = 0; code < report->reasons[i].code_count; code++)
            if (!report->reasons[i].codes[code].has_value && report->reasons[i].codes[code].files)
                return true;
    return false;
}

void text_headline(struct page *page, const struct report *report)
{
    write_answer(page, report);
    write_incomplete(page, report);
    if (report->is_foreign) {
        page_add_ui_text(page, UI_WHERE_LOGS_ARE);
        page_flow(page, 0);
    } else if (report->files == 0) {
        if (!report->is_empty) {
            page_add_ui_text(page, UI_NO_PROOF);
            page_flow(page, 0);
        }
        text_evidence(page, report);
        text_evidence_empty_logs(page, report);
    } else if (lacks_codes(report)) {
        text_evidence(page, report);
    }
    if (report->is_empty)
        return;
    page_new_line(page);
    write_logs_line(page, report);
    write_period_line(page, report);
    write_books_line(page, report);
    text_jobs_line(page, report, LABEL_COLUMNS);
}
