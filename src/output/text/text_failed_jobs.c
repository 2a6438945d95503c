#include "output/text/text_failed_jobs.h"

#include <string.h>

#include "output/text/text_jobs.h"
#include "output/text/text_layout.h"
#include "output/text/text_servers.h"

enum { GAP = 2, MAX_NAME_COLUMNS = 24, MAX_IN_BRIEF = 5 };

/* The failed jobs of a report, and the widths of the columns before the text. */
struct failed_jobs {
    size_t count;
    size_t time_columns;
    size_t name_columns;
    const struct report_job *brief[MAX_IN_BRIEF];
    size_t brief_count;
};

static struct datetime time_of(const struct report_job *job)
{
    return datetime_is_set(job->start) ? job->start : job->first_seen;
}

static size_t wider_of(size_t columns, struct span text)
{
    size_t width = width_of_text(text);
    return width > columns ? width : columns;
}

static void measure(const struct page *page, const struct report *report, struct failed_jobs *jobs)
{
    char minute[TEXT_MINUTE_BYTES];
    for (size_t i = 0; i < report->newest_job_count; i++) {
        const struct report_job *job = report->newest_jobs[i];
        if (job->state != JOB_FAILED)
            continue;
        jobs->count++;
        jobs->time_columns =
            wider_of(jobs->time_columns, span_of(text_minute(page, time_of(job), minute)));
        if (!text_host_is_nameless(job->host))
            jobs->name_columns = wider_of(jobs->name_columns, job->host);
    }
    if (jobs->name_columns > MAX_NAME_COLUMNS)
        jobs->name_columns = MAX_NAME_COLUMNS;
}

/* True if a newer job of the same host and kind was chosen. */
static bool has_newer(const struct failed_jobs *jobs, const struct report_job *job)
{
    for (size_t i = 0; i < jobs->brief_count; i++) {
        const struct report_job *newer = jobs->brief[i];
        if (span_equals(newer->host, job->host) && newer->is_system_state == job->is_system_state &&
            (newer->kind == JOB_KIND_RESTORE) == (job->kind == JOB_KIND_RESTORE))
            return true;
    }
    return false;
}

static bool is_open_backup(const struct report_job *job)
{
    return !job->is_recovered && datetime_is_set(time_of(job)) && job->kind != JOB_KIND_RESTORE;
}

static bool is_restore(const struct report_job *job)
{
    return job->kind == JOB_KIND_RESTORE;
}

static bool is_recovered(const struct report_job *job)
{
    return job->is_recovered;
}

/* Whether it is the newest one of its host is not known. */
static bool is_timeless(const struct report_job *job)
{
    return !datetime_is_set(time_of(job));
}

static void choose(const struct page *page, const struct report *report,
                   bool (*is_wanted)(const struct report_job *), struct failed_jobs *jobs)
{
    size_t most = text_brief_count(page, MAX_IN_BRIEF, MAX_IN_BRIEF);
    for (size_t i = 0; i < report->newest_job_count && jobs->brief_count < most; i++) {
        const struct report_job *job = report->newest_jobs[i];
        if (job->state == JOB_FAILED && is_wanted(job) && !has_newer(jobs, job))
            jobs->brief[jobs->brief_count++] = job;
    }
}

static bool is_cause_of(const struct report_host *host, const char *cause)
{
    for (size_t i = 0; i < host->kind_count; i++)
        if (strcmp(host->kinds[i].cause, cause) == 0)
            return true;
    return false;
}

/* True if the table of servers has the words for the number. */
static bool is_cause_explained(const struct report *report, const struct report_job *job)
{
    bool is_number = job->cause[0] >= '0' && job->cause[0] <= '9';
    if (!text_servers_are_known(report) || job->is_recovered || !is_number)
        return false;
    for (size_t i = 0; i < report->host_count; i++)
        if (span_equals(report->hosts[i].name, job->host))
            return is_cause_of(&report->hosts[i], job->cause);
    return false;
}

static void add_cause(struct page *page, const struct report *report, const struct report_job *job)
{
    bool has_title = !text_is_empty(job->cause_title) &&
                     (text_shows_all(page) || !is_cause_explained(report, job));
    if (text_is_empty(job->cause) && text_is_empty(job->cause_title)) {
        page_add_ui_text(page, UI_FAILED_JOB_NO_CAUSE);
        return;
    }
    if (has_title)
        page_add_text(page, job->cause_title);
    if (text_is_empty(job->cause))
        return;
    page_add_text(page, has_title ? " (" : "");
    page_add_text(page, job->cause);
    page_add_text(page, has_title ? ")" : "");
}

/* "system state aborted in Data transfer: no cause logged" */
static void add_outcome(struct page *page, const struct report *report,
                        const struct report_job *job)
{
    if (job->kind == JOB_KIND_RESTORE)
        page_add_ui_text(page, UI_FAILED_JOB_RESTORE);
    else if (job->is_system_state)
        page_add_ui_text(page, UI_FAILED_JOB_SYSTEM_STATE);
    page_add_ui_text(page, text_jobs_state(job));
    if (job->open_phase != NULL)
        page_add_filled(page, UI_FAILED_JOB_IN, span_of(job->open_phase_title), (struct span){0});
    page_add_text(page, ": ");
    add_cause(page, report, job);
    if (job->is_recovered) {
        page_add_ui_text(page, UI_LIST_COMMA);
        page_add_ui_text(page, UI_FAILED_JOB_RECOVERED);
    }
}

static void write_job(struct page *page, const struct report *report,
                      const struct failed_jobs *jobs, const struct report_job *job)
{
    char minute[TEXT_MINUTE_BYTES];
    const char *time = text_minute(page, time_of(job), minute);
    page_indent(page, GAP);
    if (jobs->time_columns > 0) {
        width_pad_left(page->writer, span_of(time[0] != '\0' ? time : "-"), jobs->time_columns,
                       TRUNCATE_END);
        page->column += jobs->time_columns;
        page_indent(page, page->column + GAP);
    }
    if (jobs->name_columns > 0) {
        width_pad_left(page->writer, job->host, jobs->name_columns, TRUNCATE_END);
        page->column += jobs->name_columns;
        page_indent(page, page->column + GAP);
    }
    size_t indent = page->column;
    add_outcome(page, report, job);
    page_flow(page, indent);
    if (!text_shows_all(page) || job->place.line == 0)
        return;
    text_add_place(page, report, job->place);
    page_path(page, indent);
    page_new_line(page);
}

void text_failed_jobs(struct page *page, const struct report *report)
{
    struct failed_jobs jobs = {0};
    measure(page, report, &jobs);
    if (jobs.count == 0 || page->options->jobs != RENDER_JOBS_NONE)
        return;
    page_heading(page, UI_FAILED_JOBS);
    if (text_shows_all(page)) {
        for (size_t i = 0; i < report->newest_job_count; i++)
            if (report->newest_jobs[i]->state == JOB_FAILED)
                write_job(page, report, &jobs, report->newest_jobs[i]);
        return;
    }
    choose(page, report, is_open_backup, &jobs);
    choose(page, report, is_restore, &jobs);
    if (jobs.brief_count == 0)
        choose(page, report, is_recovered, &jobs);
    if (jobs.brief_count == 0)
        choose(page, report, is_timeless, &jobs);
    for (size_t i = 0; i < jobs.brief_count; i++)
        write_job(page, report, &jobs, jobs.brief[i]);
    if (jobs.brief_count == jobs.count)
        return;
    page_add_count(page, UI_FAILED_JOBS_MORE, jobs.count - jobs.brief_count);
    page_indent(page, GAP);
    page_flow(page, GAP);
}
