#include "output/text/text_jobs.h"

#include "output/text/text_layout.h"

/* In the order of the line: successes first. */
static const struct {
    enum job_state state;
    enum ui_text_id count;
    enum ui_text_id name;
} states[JOB_STATE_COUNT] = {
    {JOB_SUCCEEDED, UI_JOBS_SUCCEEDED, UI_STATE_SUCCEEDED},
    {JOB_WARNINGS, UI_JOBS_WARNINGS, UI_STATE_WARNINGS},
    {JOB_FAILED, UI_JOBS_FAILED, UI_STATE_FAILED},
    {JOB_RUNNING, UI_JOBS_RUNNING, UI_STATE_RUNNING},
    {JOB_HANGS, UI_JOBS_HANGING, UI_HOST_STATE_HANGS},
    {JOB_UNKNOWN, UI_JOBS_UNKNOWN, UI_STATE_UNKNOWN},
};

enum ui_text_id text_jobs_state(const struct report_job *job)
{
    if (job->is_aborted)
        return UI_STATE_ABORTED;
    for (size_t i = 0; i < JOB_STATE_COUNT; i++)
        if (states[i].state == job->state)
            return states[i].name;
    return UI_STATE_UNKNOWN;
}

/* Restores count as jobs, and protect nothing. */
static uint64_t count_restores(const struct report *report)
{
    uint64_t count = 0;
    for (size_t i = 0; i < report->job_count; i++)
        count += report->jobs[i].kind == JOB_KIND_RESTORE && report->jobs[i].part_of.length == 0;
    return count;
}

void text_jobs_line(struct page *page, const struct report *report, size_t label_columns)
{
    const struct report_job_totals *totals = &report->job_totals;
    if (totals->runs == 0)
        return;
    page_label(page, 0, UI_JOBS, label_columns);
    page_add_count(page, UI_JOBS_TOTAL, totals->runs);
    bool is_first = true;
    for (size_t i = 0; i < JOB_STATE_COUNT; i++) {
        if (totals->by_state[states[i].state] == 0)
            continue;
        if (!is_first)
            page_add_ui_text(page, UI_LIST_COMMA);
        page_add_count(page, states[i].count, totals->by_state[states[i].state]);
        is_first = false;
    }
    uint64_t restores = count_restores(report);
    if (restores > 0)
        page_add_count(page, UI_JOBS_RESTORES, restores);
    if (totals->missed > 0)
        page_add_count(page, UI_JOBS_MISSED, totals->missed);
    if (totals->overlaps > 0)
        page_add_count(page, UI_JOBS_OVERLAP, totals->overlaps);
    page_flow(page, label_columns);
}
