#include "output/text/text_headline.h"

#include <string.h>

#include "output/text/text_answer.h"
#include "output/text/text_evidence.h"
#include "output/text/text_jobs.h"
#include "output/text/text_layout.h"
#include "output/text/text_problems.h"
#include "output/text/text_servers.h"

enum { LABEL_COLUMNS = 10, MAX_HOSTS_NAMED = 6 };

static void write_incomplete(struct page *page, const struct report *report)
{
    if (!report->incomplete || report->is_foreign ||
        (report->is_empty && !text_problems_exist(report)))
        return;
    page_add_ui_text(page, report->is_empty ? UI_INCOMPLETE_AND_EMPTY : UI_INCOMPLETE);
    if (text_problems_exist(report))
        page_add_ui_text(page, UI_SEE_PROBLEMS);
    page_color(page, COLOR_RED);
    page_flow(page, 0);
    page_color(page, COLOR_NONE);
}

/* Names the servers for which several current engine logs count: a failed one may be hidden. */
static void write_merged(struct page *page, const struct report *report)
{
    struct page hosts = page_scratch(page);
    if (report->merge_count == 0)
        return;
    size_t named = report->merge_count < MAX_HOSTS_NAMED ? report->merge_count : MAX_HOSTS_NAMED;
    for (size_t i = 0; i < named; i++) {
        struct span host = report->logs[report->merges[i].first].host;
        if (i > 0)
            page_add_ui_text(&hosts, UI_LIST_COMMA);
        if (text_host_is_nameless(host))
            page_add_ui_text(&hosts, UI_MERGED_NAMELESS);
        else
            page_add(&hosts, host);
    }
    if (named < report->merge_count) {
        page_add_ui_text(&hosts, UI_LIST_COMMA);
        page_add_count(&hosts, UI_AND_MORE, report->merge_count - named);
    }
    page_add_filled(page, UI_MERGED, buffer_span(&hosts.line), (struct span){0});
    page_flow(page, 0);
    page_release(&hosts);
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

static struct datetime day_of(struct datetime time)
{
    return (struct datetime){.year = time.year, .month = time.month, .day = time.day};
}

/* Gives both ends of the period the precision of the one that has less. */
static void make_alike(struct datetime *begin, struct datetime *end)
{
    if (!begin->has_time || !end->has_time) {
        *begin = day_of(*begin);
        *end = day_of(*end);
    }
    begin->has_milliseconds = end->has_milliseconds =
        begin->has_milliseconds && end->has_milliseconds;
}

static void write_period_line(struct page *page, const struct report *report)
{
    char first[TEXT_MINUTE_BYTES];
    char last[TEXT_MINUTE_BYTES];
    page_label(page, 0, UI_LABEL_PERIOD, LABEL_COLUMNS);
    struct datetime begin = report->period_first;
    struct datetime end = report->period_last;
    make_alike(&begin, &end);
    text_moment(page, begin, first);
    text_moment(page, end, last);
    if (!report->has_period)
        page_add_ui_text(page, UI_PERIOD_NONE);
    else if (strcmp(first, last) == 0)
        page_add_text(page, first);
    else
        page_add_filled(page, UI_PERIOD_SPAN, span_of(first), span_of(last));
    if (report->year_is_of_file)
        page_add_ui_text(page, UI_PERIOD_YEAR_OF_FILE);
    else if (report->year_is_of_dates)
        page_add_ui_text(page, UI_PERIOD_YEAR_OF_DATES);
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
    text_answer(page, report);
    write_merged(page, report);
    write_incomplete(page, report);
    if (report->is_foreign) {
        page_add_ui_text(page, UI_WHERE_LOGS_ARE);
        page_flow(page, 0);
        return;
    }
    if (report->is_empty)
        text_evidence_empty_logs(page, report);
    bool has_failures = report->files + report->findings + report->other_failures > 0;
    if (has_failures || report->is_empty || text_servers_are_known(report))
        return;
    page_add_ui_text(page, UI_NO_PROOF);
    page_flow(page, 0);
}

void text_input(struct page *page, const struct report *report)
{
    if (report->is_empty)
        return;
    page_new_line(page);
    write_logs_line(page, report);
    write_period_line(page, report);
    write_books_line(page, report);
    text_jobs_line(page, report, LABEL_COLUMNS);
    if (report->files == 0 || (lacks_codes(report) && text_evidence_is_missing(report)))
        text_evidence(page, report);
    if (report->files == 0)
        text_evidence_empty_logs(page, report);
}
