#include "output/text/text_jobs_table.h"

#include <stdio.h>

#include "base/count_of.h"
#include "output/text/text_jobs.h"
#include "output/text/text_layout.h"
#include "tally/job_kind.h"

enum {
    GAP = 2,
    MAX_HOST_COLUMNS = 20,
    MIN_HOST_COLUMNS = 8,
    NAME_COLUMNS = 11, /* eight of a GUID, and dots */
    GUID_COLUMNS = 36,
    DURATION_BYTES = 32,
    COLUMN_COUNT = 7
};

/* "13:35:51"; the hours may have more digits. "" for a negative duration. */
static const char *duration_text(int64_t milliseconds, char text[DURATION_BYTES])
{
    long long seconds = milliseconds / 1000;
    text[0] = '\0';
    if (milliseconds >= 0)
        snprintf(text, DURATION_BYTES, "%lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60,
                 seconds % 60);
    return text;
}

/* Returns -1 if it is not known. */
static int64_t job_milliseconds(const struct report_job *job)
{
    if (!job->start.has_time || !job->end.has_time || datetime_is_later(job->start, job->end))
        return -1;
    return datetime_milliseconds_between(job->start, job->end);
}

/* The cells of a row before the name, but for the host, which is text out of the input. */
struct job_row {
    char texts[COLUMN_COUNT][96];
};

enum job_column {
    CELL_STATE,
    CELL_START,
    CELL_TOOK,
    CELL_FILES,
    CELL_ERRORS,
    CELL_PHASE,
    CELL_HOST,
};

static const enum ui_text_id headings[COLUMN_COUNT] = {
    UI_COLUMN_STATE,    UI_COLUMN_START, UI_COLUMN_TOOK, UI_COLUMN_FILES,
    UI_COLUMN_FINDINGS, UI_COLUMN_PHASE, UI_COLUMN_HOST,
};

/* True for a failed-files list, which is called by its path. */
static bool is_list(const struct report_job *job)
{
    return job->kind == JOB_KIND_LIST;
}

static void fill_cells(const struct page *page, const struct report_job *job, struct job_row *cells)
{
    char duration[DURATION_BYTES];
    struct datetime start = datetime_is_set(job->start) ? job->start : job->first_seen;
    start.has_milliseconds = false;
    /* cppcheck-suppress ctuuninitvar ; the cells are outputs */
    snprintf(cells->texts[CELL_STATE], sizeof cells->texts[0], "%s",
             ui_text(text_jobs_state(job), page->language));
    char time[TEXT_MINUTE_BYTES];
    snprintf(cells->texts[CELL_START], sizeof cells->texts[0], "%s",
             text_moment(page, start, time));
    duration_text(job_milliseconds(job), cells->texts[CELL_TOOK]);
    number_text(job->files, cells->texts[CELL_FILES]);
    number_text(job->findings + job->failures, cells->texts[CELL_ERRORS]);
    cells->texts[CELL_PHASE][0] = '\0';
    if (job->longest != NULL)
        snprintf(cells->texts[CELL_PHASE], sizeof cells->texts[0], "%s %s", job->longest->title,
                 duration_text((int64_t)job->longest->milliseconds, duration));
}

static struct span cell_text(const struct job_row *cells, const struct report_job *job,
                             size_t column)
{
    return column == CELL_HOST ? job->host : span_of(cells->texts[column]);
}

static void write_cell(struct page *page, size_t column, struct span text, size_t width)
{
    if (width == 0)
        return;
    if (column == CELL_FILES || column == CELL_ERRORS)
        width_pad_right(page->writer, text, width);
    else
        width_pad_left(page->writer, text, width, TRUNCATE_END);
    writer_repeat(page->writer, ' ', GAP);
    page->column += width + GAP;
}

static void add_remarks(struct page *page, const struct report_job *job)
{
    if (job->open_phase != NULL)
        page_add_filled(page, UI_JOB_OPEN_PHASE, span_of(job->open_phase_title), (struct span){0});
}

/* Writes the name and remarks. On a terminal the name is cut so that jobs can still be
 * distinguished: the start of a GUID stays, and the date at the end of a list's name. Remarks for
 * which there is no room go below. */
static void write_name(struct page *page, const struct report_job *job)
{
    size_t room = SIZE_MAX;
    if (page->cuts_paths)
        room =
            page->width > page->column + NAME_COLUMNS ? page->width - page->column : NAME_COLUMNS;
    page->column +=
        width_truncate(page->writer, job->name, room, is_list(job) ? TRUNCATE_PATH : TRUNCATE_END);
    add_remarks(page, job);
    struct span remarks = buffer_span(&page->line);
    if (remarks.length == 0 || !page->cuts_paths ||
        page->column + width_of_text(remarks) <= page->width) {
        page_path(page, page->column);
        page_new_line(page);
        return;
    }
    page_new_line(page);
    page_indent(page, GAP + 1); /* a remark begins with a blank */
    page_flow(page, 2 * GAP);
}

static void write_row(struct page *page, const struct report_job *job,
                      const size_t widths[COLUMN_COUNT])
{
    struct job_row cells;
    fill_cells(page, job, &cells);
    page_indent(page, GAP);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        write_cell(page, i, cell_text(&cells, job, i), widths[i]);
    write_name(page, job);
}

static size_t room_for_name(const struct page *page, const size_t widths[COLUMN_COUNT])
{
    size_t columns = GAP;
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        columns += widths[i] > 0 ? widths[i] + GAP : 0;
    return page->width > columns ? page->width - columns : 0;
}

/* Narrows columns on a terminal until the name has room: a whole GUID is worth more than the
 * longest phase, and its start more than any other column that is cut here. A column of width 0 is
 * not shown. */
static void fit_widths(const struct page *page, size_t widths[COLUMN_COUNT])
{
    static const struct {
        enum job_column column;
        size_t width; /* after the cut */
        size_t name;  /* columns that the name should have */
    } cuts[] = {
        {CELL_PHASE, 0, GUID_COLUMNS}, {CELL_HOST, MIN_HOST_COLUMNS, NAME_COLUMNS},
        {CELL_TOOK, 0, NAME_COLUMNS},  {CELL_ERRORS, 0, NAME_COLUMNS},
        {CELL_HOST, 0, NAME_COLUMNS},
    };
    for (size_t i = 0; i < COUNT_OF(cuts) && page->cuts_paths; i++)
        if (room_for_name(page, widths) < cuts[i].name && widths[cuts[i].column] > cuts[i].width)
            widths[cuts[i].column] = cuts[i].width;
}

static bool is_chosen(const struct page *page, const struct report_job *job)
{
    return page->options->jobs == RENDER_JOBS_ALL || job->state == JOB_FAILED;
}

/* The number of jobs to list, of which the first `most` are shown. */
static size_t count_chosen(const struct page *page, const struct report *report)
{
    size_t count = 0;
    for (size_t i = 0; i < report->newest_job_count; i++)
        count += is_chosen(page, report->newest_jobs[i]);
    return count;
}

static void find_widths(const struct page *page, const struct report *report, size_t most,
                        size_t widths[COLUMN_COUNT])
{
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        widths[i] = width_of_text(span_of(ui_text(headings[i], page->language)));
    for (size_t job = 0, shown = 0; job < report->newest_job_count && shown < most; job++) {
        struct job_row cells;
        const struct report_job *row = report->newest_jobs[job];
        if (!is_chosen(page, row))
            continue;
        shown++;
        fill_cells(page, row, &cells);
        for (size_t i = 0; i < COLUMN_COUNT; i++) {
            size_t width = width_of_text(cell_text(&cells, row, i));
            if (width > widths[i])
                widths[i] = width;
        }
    }
    if (widths[CELL_HOST] > MAX_HOST_COLUMNS)
        widths[CELL_HOST] = MAX_HOST_COLUMNS;
    fit_widths(page, widths);
}

void text_jobs_table(struct page *page, const struct report *report)
{
    if (page->options->jobs == RENDER_JOBS_NONE)
        return;
    size_t count = count_chosen(page, report);
    size_t most = text_brief_count(page, count, count);
    size_t shown = 0;
    size_t widths[COLUMN_COUNT];
    if (count == 0)
        return;
    find_widths(page, report, most, widths);
    page_heading(page, UI_JOBS);
    page_indent(page, GAP);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        write_cell(page, i, span_of(ui_text(headings[i], page->language)), widths[i]);
    writer_text(page->writer, ui_text(UI_COLUMN_JOB, page->language));
    page_new_line(page);
    for (size_t i = 0; i < report->newest_job_count && shown < most; i++) {
        if (!is_chosen(page, report->newest_jobs[i]))
            continue;
        shown++;
        write_row(page, report->newest_jobs[i], widths);
    }
    text_more(page, 2, shown, count);
}
