#include "output/text/text_notes.h"

#include <stdio.h>

#include "output/text/text_layout.h"
#include "output/text/text_skipped.h"

enum { INDENT = 2 };

static void write_count_note(struct page *page, enum ui_text_id id, uint64_t count)
{
    if (count == 0)
        return;
    text_bullet(page);
    page_add_count(page, id, count);
    page_flow(page, INDENT);
}

/* The message alone, so that its start fits: without the columns before it, tabs as blanks. */
static void write_unparsed_message(struct page *page, struct span message)
{
    for (size_t start = 0, end; start < message.length; start = end + 1) {
        end = start + span_find_byte(span_slice(message, start, message.length), '\t');
        page_add(page, span_slice(message, start, end));
        page_add_text(page, end < message.length ? " " : "");
    }
    page_indent(page, 2 * INDENT);
    width_truncate(page->writer, buffer_span(&page->line), page->width - 2 * INDENT, TRUNCATE_END);
    page->line.length = 0;
    page_new_line(page);
}

enum { MAX_UNPARSED_SHOWN = 2 };

static void write_unparsed_note(struct page *page, const struct report *report)
{
    uint64_t count = report->books.by_class[VERDICT_UNPARSED];
    if (count == 0 || report->unparsed_example_count == 0) {
        write_count_note(page, UI_NOTE_UNPARSED_BARE, count);
        return;
    }
    write_count_note(page, UI_NOTE_UNPARSED, count);
    size_t most = text_shows_all(page) ? report->unparsed_example_count : MAX_UNPARSED_SHOWN;
    size_t shown = report->unparsed_example_count < most ? report->unparsed_example_count : most;
    for (size_t i = 0; i < shown; i++) {
        const struct report_unparsed *unparsed = &report->unparsed_examples[i];
        text_add_place(page, report, unparsed->place);
        page_path(page, INDENT);
        page_new_line(page);
        write_unparsed_message(page, unparsed->message);
    }
}

static void write_note(struct page *page, enum ui_text_id id)
{
    text_bullet(page);
    page_add_ui_text(page, id);
    page_flow(page, INDENT);
}

static void add_years(struct page *page, enum ui_text_id id, struct span first, int16_t second)
{
    char year[NUMBER_TEXT_BYTES];
    snprintf(year, sizeof year, "%d", second);
    page_add_filled(page, id, first, span_of(year));
}

static void write_year_doubt(struct page *page, const struct report *report)
{
    const struct report_year_doubt *doubt = &report->year_doubt;
    const struct report_log *log = &report->logs[doubt->log];
    char year[NUMBER_TEXT_BYTES];
    struct page name = page_scratch(page);
    text_bullet(page);
    text_add_log(&name, log->source, log->member);
    add_years(page, UI_NOTE_YEAR_OF_FILE, buffer_span(&name.line), doubt->year);
    snprintf(year, sizeof year, "%d", doubt->year_of_dates);
    add_years(page, UI_NOTE_YEAR_OF_DATES, span_of(year), doubt->first_year);
    page_flow(page, INDENT);
    page_release(&name);
}

enum { MAX_MERGES_SHOWN = 2 };

static void write_merges(struct page *page, const struct report *report)
{
    size_t most = text_shows_all(page) ? report->merge_count : MAX_MERGES_SHOWN;
    struct page first = page_scratch(page);
    struct page second = page_scratch(page);
    size_t i = 0;
    for (; i < report->merge_count && i < most; i++) {
        const struct report_log *log = &report->logs[report->merges[i].first];
        const struct report_log *other = &report->logs[report->merges[i].second];
        first.line.length = second.line.length = 0;
        text_add_log(&first, log->source, log->member);
        text_add_log(&second, other->source, other->member);
        text_bullet(page);
        page_add_filled(page, UI_NOTE_MERGED, buffer_span(&first.line), buffer_span(&second.line));
        page_flow(page, INDENT);
    }
    text_more(page, INDENT, i, report->merge_count);
    page_release(&first);
    page_release(&second);
}

static void write_late_scratch(struct page *page, struct span folder)
{
    if (folder.length == 0)
        return;
    text_bullet(page);
    page_add_filled(page, UI_NOTE_SCRATCH_LATE, folder, (struct span){0});
    page_flow(page, INDENT);
}

/* Writes the note about the first log whose dates have been read so; nothing if there is none. */
static void write_date_note(struct page *page, const struct report *report, enum ui_text_id id,
                            bool (*is_concerned)(const struct report_dates *))
{
    size_t i = 0;
    while (i < report->log_count && !is_concerned(&report->logs[i].dates))
        i++;
    if (i == report->log_count)
        return;
    struct page name = page_scratch(page);
    text_bullet(page);
    text_add_log(&name, report->logs[i].source, report->logs[i].member);
    page_add_filled(page, id, buffer_span(&name.line), (struct span){0});
    page_flow(page, INDENT);
    page_release(&name);
}

static bool is_month_assumed(const struct report_dates *dates)
{
    return dates->is_order_assumed && dates->has_month_first;
}

static bool is_day_assumed(const struct report_dates *dates)
{
    return dates->is_order_assumed && dates->has_day_first;
}

static bool has_utc(const struct report_dates *dates)
{
    return dates->has_utc;
}

static bool has_date_notes(const struct report *report)
{
    for (size_t i = 0; i < report->log_count; i++)
        if (report->logs[i].dates.is_order_assumed || report->logs[i].dates.has_utc)
            return true;
    return false;
}

void text_notes(struct page *page, const struct report *report)
{
    uint64_t repaired = 0;
    uint64_t cut = 0;
    for (size_t i = 0; i < report->log_count; i++) {
        repaired += report->logs[i].repaired_lines;
        cut += report->logs[i].cut_lines;
    }
    bool has_inexact = report->files > 0 && !report->files_exact;
    if (report->books.by_class[VERDICT_UNPARSED] + report->skipped_count + repaired + cut == 0 &&
        !report->year_unknown && !report->year_doubt.is_set && report->merge_count == 0 &&
        report->late_scratch_folder.length == 0 && !has_inexact && !has_date_notes(report))
        return;
    page_heading(page, UI_NOTES);
    write_unparsed_note(page, report);
    text_skipped(page, report);
    write_count_note(page, UI_NOTE_REPAIRED, repaired);
    write_count_note(page, UI_NOTE_CUT, cut);
    if (report->year_unknown)
        write_note(page, UI_NOTE_YEAR);
    if (report->year_doubt.is_set)
        write_year_doubt(page, report);
    write_merges(page, report);
    write_late_scratch(page, report->late_scratch_folder);
    write_date_note(page, report, UI_NOTE_MONTH_FIRST, is_month_assumed);
    write_date_note(page, report, UI_NOTE_DAY_FIRST, is_day_assumed);
    write_date_note(page, report, UI_NOTE_UTC, has_utc);
    if (has_inexact)
        write_note(page, UI_NOTE_INEXACT);
}
