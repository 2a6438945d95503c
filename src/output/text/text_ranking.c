#include "output/text/text_ranking.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

#include "output/text/text_layout.h"
#include "output/text/text_reason_notes.h"
#include "output/text/text_servers.h"

/* Widths; `name` takes what the others leave. */
struct ranking_columns {
    size_t rank;
    size_t name;
    size_t files;
    size_t share;
    size_t bar;
    size_t events;
    size_t last;
};

enum {
    GAP = 2,
    SHARE_COLUMNS = 7,
    MIN_NAME_COLUMNS = 12,
    MIN_BAR_COLUMNS = 5,
    WIDE_PAGE_COLUMNS = 100
};

/* The common part of a reason and a group. */
struct ranking_row {
    size_t rank;
    enum severity severity;
    uint64_t files;
    uint64_t events;
    double share_percent;
};

static size_t larger_of(size_t a, size_t b)
{
    return a > b ? a : b;
}

static bool is_wide(const struct page *page)
{
    return page->width >= WIDE_PAGE_COLUMNS;
}

static size_t ui_text_width(const struct page *page, enum ui_text_id id)
{
    return width_of_text(span_of(ui_text(id, page->language)));
}

static size_t number_width(uint64_t number)
{
    char text[NUMBER_TEXT_BYTES];
    return width_of_text(span_of(number_text(number, text)));
}

static struct ranking_columns columns_for(const struct page *page, const struct report *report,
                                          size_t shown, size_t bar_columns, size_t widest_name,
                                          size_t widest_last)
{
    struct ranking_columns columns = {.rank = larger_of(2, number_width(shown)),
                                      .share = SHARE_COLUMNS};
    columns.files = larger_of(ui_text_width(page, UI_COLUMN_FILES), number_width(report->files));
    columns.events =
        larger_of(ui_text_width(page, UI_COLUMN_EVENTS), number_width(report->file_events));
    columns.bar = bar_columns;
    columns.last = widest_last;
    size_t taken = columns.rank + 3 + columns.files + columns.share + columns.bar + columns.events +
                   columns.last + 5 * GAP;
    size_t room = page->width > taken ? page->width - taken : 0;
    /* A name says more than a bar: the bar gives way, and one that is hardly there goes. */
    if (room < widest_name) {
        size_t wanted = widest_name - room;
        size_t given = wanted + MIN_BAR_COLUMNS > columns.bar ? columns.bar : wanted;
        columns.bar -= given;
        room += given;
    }
    columns.name = room < widest_name ? room : widest_name;
    if (columns.name < MIN_NAME_COLUMNS)
        columns.name = MIN_NAME_COLUMNS;
    return columns;
}

static void write_blanks(struct page *page, size_t count)
{
    writer_repeat(page->writer, ' ', count);
}

static void write_header(struct page *page, const struct ranking_columns *columns,
                         enum ui_text_id name, enum ui_text_id last)
{
    struct writer *writer = page->writer;
    page_new_line(page);
    page_color(page, COLOR_BOLD);
    width_pad_left(writer, span_of(ui_text(name, page->language)),
                   columns->rank + 3 + columns->name, TRUNCATE_END);
    write_blanks(page, GAP);
    width_pad_right(writer, span_of(ui_text(UI_COLUMN_FILES, page->language)), columns->files);
    write_blanks(page, GAP);
    width_pad_right(writer, span_of(ui_text(UI_COLUMN_SHARE, page->language)), columns->share);
    write_blanks(page, GAP + columns->bar + GAP);
    width_pad_right(writer, span_of(ui_text(UI_COLUMN_EVENTS, page->language)), columns->events);
    write_blanks(page, GAP);
    writer_text(writer, ui_text(last, page->language));
    page_color(page, COLOR_NONE);
    page_new_line(page);
}

/* A share above zero has at least one mark. */
static void write_bar(struct page *page, double share_percent, size_t columns)
{
    double share = isfinite(share_percent) && share_percent > 0 ? share_percent / 100 : 0;
    size_t marks = (size_t)((share < 1 ? share : 1) * (double)columns + 0.5);
    if (marks == 0 && share > 0 && columns > 0)
        marks = 1;
    writer_repeat(page->writer, '#', marks);
    write_blanks(page, columns - marks);
}

static void write_row_start(struct page *page, const struct ranking_columns *columns,
                            const struct ranking_row *ranked, struct span name,
                            enum truncate_side side)
{
    char number[NUMBER_TEXT_BYTES];
    width_pad_right(page->writer, span_of(number_text(ranked->rank, number)), columns->rank);
    page_color(page, page_severity_color(ranked->severity));
    writer_text(page->writer, ranked->severity == SEVERITY_ERROR ? " ! " : "   ");
    width_pad_left(page->writer, name, columns->name, side);
    page_color(page, COLOR_NONE);
}

static void write_row_numbers(struct page *page, const struct ranking_columns *columns,
                              const struct ranking_row *ranked)
{
    char text[NUMBER_TEXT_BYTES];
    write_blanks(page, GAP);
    width_pad_right(page->writer, span_of(number_text(ranked->files, text)), columns->files);
    write_blanks(page, GAP);
    double share = isfinite(ranked->share_percent) ? ranked->share_percent : 0;
    snprintf(text, sizeof text, "%.1f %%", share);
    width_pad_right(page->writer, span_of(text), columns->share);
    write_blanks(page, GAP);
    write_bar(page, ranked->share_percent, columns->bar);
    write_blanks(page, GAP);
    width_pad_right(page->writer, span_of(number_text(ranked->events, text)), columns->events);
}

static void write_legend(struct page *page, bool has_errors)
{
    if (!has_errors)
        return;
    page_add_ui_text(page, UI_ERROR_MARK_LEGEND);
    page_flow(page, 0);
}

enum { CODE_COLUMNS = 13 };

/* The width of the codes, and of the mark of a reason that is only in the newest backup. */
static size_t code_columns(const struct page *page, const struct report *report)
{
    for (size_t i = 0; i < report->reason_count; i++)
        if (report->reasons[i].is_new)
            return CODE_COLUMNS + GAP + ui_text_width(page, UI_IS_NEW);
    return CODE_COLUMNS;
}

static void write_codes(struct page *page, const struct report_reason *reason)
{
    if (reason->code_count == 0)
        return;
    write_blanks(page, GAP);
    writer_text(page->writer, reason->codes[0].text);
    if (reason->code_count > 1)
        writer_format(page->writer, " +%zu", reason->code_count - 1);
    if (!reason->is_new)
        return;
    write_blanks(page, GAP);
    writer_text(page->writer, ui_text(UI_IS_NEW, page->language));
}

static void write_reasons(struct page *page, const struct report *report)
{
    size_t widest = 0;
    for (size_t i = 0; i < report->reason_count; i++)
        if (text_shows_reason(page, report, i))
            widest = larger_of(widest, width_of_text(span_of(report->reasons[i].title)));
    struct ranking_columns columns =
        columns_for(page, report, report->reason_count, is_wide(page) ? 20 : 10, widest,
                    code_columns(page, report));
    write_header(page, &columns, UI_WHY, UI_COLUMN_CODES);
    size_t shown = 0;
    bool has_errors = false;
    for (size_t i = 0; i < report->reason_count; i++) {
        const struct report_reason *reason = &report->reasons[i];
        if (!text_shows_reason(page, report, i))
            continue;
        shown++;
        struct ranking_row ranked = {.rank = reason->rank,
                                     .severity = reason->severity,
                                     .files = reason->files,
                                     .events = reason->events,
                                     .share_percent = reason->share_percent};
        write_row_start(page, &columns, &ranked, span_of(reason->title), TRUNCATE_END);
        write_row_numbers(page, &columns, &ranked);
        write_codes(page, reason);
        page_new_line(page);
        text_reason_notes(page, reason, columns.rank + 3);
        has_errors = has_errors || reason->severity == SEVERITY_ERROR;
    }
    text_more(page, 0, shown, report->reason_count);
    write_legend(page, has_errors);
}

/* "N1: D:\Data", "0x80070020 ERROR_SHARING_VIOLATION". Lent by the line of the page, which it
 * replaces. */
static struct span group_name(struct page *page, const struct report_group *group)
{
    page->line.length = 0;
    if (group->host.length > 0) {
        page_add(page, group->host);
        page_add_text(page, ": ");
    }
    page_add(page, group->key);
    if (!text_is_empty(group->detail)) {
        page_add_text(page, " ");
        page_add_text(page, group->detail);
    }
    return buffer_span(&page->line);
}

static enum ui_text_id group_title(enum report_by by)
{
    static const enum ui_text_id titles[] = {
        [BY_REASON] = UI_WHY,         [BY_CODE] = UI_BY_CODE_TITLE,
        [BY_HOST] = UI_BY_HOST_TITLE, [BY_FOLDER] = UI_BY_FOLDER_TITLE,
        [BY_JOB] = UI_BY_JOB_TITLE,
    };
    static_assert(sizeof titles / sizeof titles[0] == BY_JOB + 1, "a kind of groups has no title");
    return titles[by];
}

static void write_group(struct page *page, const struct ranking_columns *columns, enum report_by by,
                        const struct report_group *group)
{
    struct ranking_row ranked = {.rank = group->rank,
                                 .severity = group->severity,
                                 .files = group->files,
                                 .events = group->events,
                                 .share_percent = group->share_percent};
    write_row_start(page, columns, &ranked, group_name(page, group),
                    by == BY_FOLDER ? TRUNCATE_PATH : TRUNCATE_END);
    page->line.length = 0;
    write_row_numbers(page, columns, &ranked);
    if (group->category_title[0] != '\0')
        write_blanks(page, GAP);
    width_truncate(page->writer, span_of(group->category_title), columns->last, TRUNCATE_END);
    page_new_line(page);
}

static void write_groups(struct page *page, const struct report *report)
{
    enum { MAX_TITLE_COLUMNS = 24 };
    size_t shown = text_shown_count(page, report->group_count);
    size_t widest_name = 0;
    size_t widest_title = ui_text_width(page, UI_COLUMN_REASON);
    bool has_errors = false;
    for (size_t i = 0; i < shown; i++) {
        const struct report_group *group = &report->groups[i];
        widest_name = larger_of(widest_name, width_of_text(group_name(page, group)));
        widest_title = larger_of(widest_title, width_of_text(span_of(group->category_title)));
        has_errors = has_errors || group->severity == SEVERITY_ERROR;
    }
    page->line.length = 0;
    if (page->cuts_paths && widest_title > MAX_TITLE_COLUMNS)
        widest_title = MAX_TITLE_COLUMNS;
    struct ranking_columns columns =
        columns_for(page, report, shown, is_wide(page) ? 10 : 0, widest_name, widest_title);
    if (!page->cuts_paths)
        columns.name = widest_name;
    write_header(page, &columns, group_title(report->by), UI_COLUMN_REASON);
    for (size_t i = 0; i < shown; i++)
        write_group(page, &columns, report->by, &report->groups[i]);
    text_more(page, 0, shown, report->group_count);
    write_legend(page, has_errors);
}

void text_ranking(struct page *page, const struct report *report)
{
    if (report->by == BY_HOST && text_servers_are_known(report))
        return;
    if (report->by == BY_REASON) {
        if (report->reason_count > 0)
            write_reasons(page, report);
    } else if (report->group_count > 0) {
        write_groups(page, report);
    }
}
