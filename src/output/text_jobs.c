/* Jobs in the text report: the line in the head, what was looked at, and the table. */
#include "output/text_sections.h"

#include <stdio.h>
#include <string.h>

enum { GAP = 2, MAX_HOST_COLUMNS = 20, DURATION_BYTES = 32, COLUMN_COUNT = 7 };

/* In the order in which people read them: what is well first. */
static const struct {
    enum job_state state;
    enum word count;
    enum word name;
} states[JOB_STATE_COUNT] = {
    {JOB_SUCCEEDED, WORD_JOBS_SUCCEEDED, WORD_STATE_SUCCEEDED},
    {JOB_WARNINGS, WORD_JOBS_WARNINGS, WORD_STATE_WARNINGS},
    {JOB_FAILED, WORD_JOBS_FAILED, WORD_STATE_FAILED},
    {JOB_RUNNING, WORD_JOBS_RUNNING, WORD_STATE_RUNNING},
    {JOB_UNKNOWN, WORD_JOBS_UNKNOWN, WORD_STATE_UNKNOWN},
};

void text_jobs_line(struct page *page, const struct report *report, size_t label_columns)
{
    const struct report_job_totals *totals = &report->job_totals;
    if (totals->runs == 0)
        return;
    page_label(page, 0, WORD_JOBS, label_columns);
    page_add_count(page, WORD_JOBS_TOTAL, totals->runs);
    bool is_first = true;
    for (size_t i = 0; i < JOB_STATE_COUNT; i++) {
        if (totals->by_state[states[i].state] == 0)
            continue;
        if (!is_first)
            page_add_word(page, WORD_LIST_COMMA);
        page_add_count(page, states[i].count, totals->by_state[states[i].state]);
        is_first = false;
    }
    if (totals->missed > 0)
        page_add_count(page, WORD_JOBS_MISSED, totals->missed);
    if (totals->overlaps > 0)
        page_add_count(page, WORD_JOBS_OVERLAP, totals->overlaps);
    page_flow(page, label_columns);
}

/* Kinds that every sound bundle holds are missed when they are not there. */
static const struct {
    const char *kind;
    enum word word;
    bool is_missed;
} kinds[] = {
    {"engine-log", WORD_KIND_ENGINE_LOG, true}, {"failed-files-list", WORD_KIND_LIST, true},
    {"events", WORD_KIND_EVENTS, true},         {"backup-error-log", WORD_KIND_WSB, false},
    {"messages", WORD_KIND_MESSAGES, false},    {"text", WORD_KIND_TEXT, false},
};

enum { KIND_COUNT = sizeof kinds / sizeof kinds[0] };

static uint64_t logs_of(const struct report *report, const char *kind)
{
    for (size_t i = 0; i < report->evidence_count; i++)
        if (strcmp(report->evidence[i].kind, kind) == 0)
            return report->evidence[i].logs;
    return 0;
}

/* Adds "engine log (2), job messages (1)" behind `head`, or the missed kinds without counts. */
static void add_kinds(struct page *page, const struct report *report, enum word head, bool is_there)
{
    bool is_first = true;
    for (size_t i = 0; i < KIND_COUNT; i++) {
        uint64_t logs = logs_of(report, kinds[i].kind);
        if (is_there ? logs == 0 : logs > 0 || !kinds[i].is_missed)
            continue;
        page_add_word(page, is_first ? head : WORD_LIST_COMMA);
        page_add_word(page, kinds[i].word);
        is_first = false;
        if (!is_there)
            continue;
        page_add_text(page, " (");
        page_add_number(page, logs);
        page_add_text(page, ")");
    }
    if (!is_first)
        page_add_word(page, WORD_STOP);
}

void text_evidence(struct page *page, const struct report *report)
{
    if (report->evidence_count == 0)
        return;
    add_kinds(page, report, WORD_LOOKED_AT, true);
    if (page->line.length > 0)
        page_add_word(page, WORD_SENTENCE_GAP);
    add_kinds(page, report, WORD_NOT_THERE, false);
    if (page->line.length > 0)
        page_flow(page, 0);
}

/* 13:35:51; hours may be many. */
static const char *duration_text(int64_t milliseconds, char text[DURATION_BYTES])
{
    long long seconds = milliseconds / 1000;
    text[0] = '\0';
    if (milliseconds >= 0)
        snprintf(text, DURATION_BYTES, "%lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60,
                 seconds % 60);
    return text;
}

static int64_t job_milliseconds(const struct report_job *job)
{
    if (!job->start.has_time || !job->end.has_time || moment_is_later(job->start, job->end))
        return -1;
    return moment_milliseconds_between(job->start, job->end);
}

/* The cells of a row before the name. */
struct cells {
    char texts[COLUMN_COUNT][96];
};

enum column {
    CELL_STATE,
    CELL_START,
    CELL_TOOK,
    CELL_FILES,
    CELL_ERRORS,
    CELL_PHASE,
    CELL_HOST, /* text out of the input: written through the escape */
};

static const enum word headings[COLUMN_COUNT] = {
    WORD_COLUMN_STATE,    WORD_COLUMN_START, WORD_COLUMN_TOOK, WORD_COLUMN_FILES,
    WORD_COLUMN_FINDINGS, WORD_COLUMN_PHASE, WORD_COLUMN_HOST,
};

static enum word state_word(enum job_state state)
{
    for (size_t i = 0; i < JOB_STATE_COUNT; i++)
        if (states[i].state == state)
            return states[i].name;
    return WORD_STATE_UNKNOWN;
}

/* A list tells nothing of how its run ended. */
static bool is_list(const struct report_job *job)
{
    return strcmp(job->kind, "failed-files-list") == 0;
}

static void fill_cells(const struct page *page, const struct report *report,
                       const struct report_job *job, struct cells *cells)
{
    char duration[DURATION_BYTES];
    struct moment start = moment_is_set(job->start) ? job->start : job->first_seen;
    start.has_milliseconds = false;
    snprintf(cells->texts[CELL_STATE], sizeof cells->texts[0], "%s",
             is_list(job) ? "-" : word_text(state_word(job->state), page->language));
    char time[MOMENT_TEXT_BYTES];
    snprintf(cells->texts[CELL_START], sizeof cells->texts[0], "%s",
             moment_format(start, report->zone, time));
    duration_text(job_milliseconds(job), cells->texts[CELL_TOOK]);
    number_text(job->files, cells->texts[CELL_FILES]);
    number_text(job->findings + job->failures, cells->texts[CELL_ERRORS]);
    cells->texts[CELL_PHASE][0] = '\0';
    if (job->longest != NULL)
        snprintf(cells->texts[CELL_PHASE], sizeof cells->texts[0], "%s %s", job->longest->name,
                 duration_text((int64_t)job->longest->milliseconds, duration));
}

static struct span cell_text(const struct cells *cells, const struct report_job *job, size_t column)
{
    return column == CELL_HOST ? job->host : span_of(cells->texts[column]);
}

static void table_row(struct page *page, const struct report *report, const struct report_job *job,
                      const size_t widths[COLUMN_COUNT])
{
    struct cells cells;
    fill_cells(page, report, job, &cells);
    writer_text(page->writer, "  ");
    page->column = 2;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        struct span text = cell_text(&cells, job, i);
        if (i == CELL_FILES || i == CELL_ERRORS)
            write_right(page->writer, text, widths[i]);
        else
            write_left(page->writer, text, widths[i], CUT_END);
        writer_repeat(page->writer, ' ', GAP);
        page->column += widths[i] + GAP;
    }
    page_add(page, job->name.length > 0 ? job->name : span_of("-"));
    if (job->part_of.length > 0)
        page_add_filled(page, WORD_JOB_PART_OF, job->part_of, (struct span){0});
    if (job->open_phase != NULL)
        page_add_filled(page, WORD_JOB_OPEN_PHASE, span_of(job->open_phase), (struct span){0});
    page_path(page, page->column, 0);
    page_new_line(page);
}

static void find_widths(const struct page *page, const struct report *report, size_t shown,
                        size_t widths[COLUMN_COUNT])
{
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        widths[i] = text_width(span_of(word_text(headings[i], page->language)));
    for (size_t job = 0; job < shown; job++) {
        struct cells cells;
        fill_cells(page, report, &report->jobs[job], &cells);
        for (size_t i = 0; i < COLUMN_COUNT; i++) {
            size_t width = text_width(cell_text(&cells, &report->jobs[job], i));
            if (width > widths[i])
                widths[i] = width;
        }
    }
    if (widths[CELL_HOST] > MAX_HOST_COLUMNS)
        widths[CELL_HOST] = MAX_HOST_COLUMNS;
}

/* Who asks for the table wants all of it; --top cuts it like every list. */
void text_jobs(struct page *page, const struct report *report)
{
    if (!report->shows_jobs || report->job_count == 0)
        return;
    size_t shown =
        report->top > 0 ? text_shown_count(report, report->job_count) : report->job_count;
    size_t widths[COLUMN_COUNT];
    find_widths(page, report, shown, widths);
    page_heading(page, WORD_JOBS);
    writer_text(page->writer, "  ");
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        struct span heading = span_of(word_text(headings[i], page->language));
        if (i == CELL_FILES || i == CELL_ERRORS)
            write_right(page->writer, heading, widths[i]);
        else
            write_left(page->writer, heading, widths[i], CUT_END);
        writer_repeat(page->writer, ' ', GAP);
    }
    writer_text(page->writer, word_text(WORD_COLUMN_JOB, page->language));
    page_new_line(page);
    for (size_t i = 0; i < shown; i++)
        table_row(page, report, &report->jobs[i], widths);
    text_more(page, 2, shown, report->job_count);
}
