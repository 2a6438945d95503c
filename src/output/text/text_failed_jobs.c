#include "output/text/text_failed_jobs.h"

#include "output/text/text_layout.h"

/* Sums over the runs of the report, which leave out the parts of runs. */
struct job_sums {
    uint64_t failed;
    uint64_t unknown; /* stopped in a phase, or ended without a word of success */
    uint64_t failed_hosts;
    uint64_t newest_failed; /* hosts whose newest run failed, restores apart */
    struct datetime last_success;
};

static bool is_run(const struct report_job *job)
{
    return job->part_of.length == 0;
}

/* A restore saves nothing, and one that failed leaves nothing unprotected. */
static bool is_restore(const struct report_job *job)
{
    return job->kind == JOB_KIND_RESTORE;
}

static void add_job(const struct report_job *job, struct job_sums *sums)
{
    bool is_success = job->state == JOB_SUCCEEDED || job->state == JOB_WARNINGS;
    sums->failed += job->state == JOB_FAILED;
    bool is_known_to_run = job->open_phase != NULL || datetime_is_set(job->end);
    sums->unknown += job->state == JOB_UNKNOWN && is_known_to_run;
    if (is_success && !is_restore(job) && datetime_is_later(job->end, sums->last_success))
        sums->last_success = job->end;
}

/* Jobs come by host, and those of a host in the order of time. */
static struct job_sums sum_jobs(const struct report *report)
{
    struct job_sums sums = {0};
    size_t end = 0;
    for (size_t start = 0; start < report->job_count; start = end) {
        uint64_t failed_before = sums.failed;
        bool is_newest_failed = false;
        for (end = start; end < report->job_count &&
                          span_equals(report->jobs[end].host, report->jobs[start].host);
             end++) {
            const struct report_job *job = &report->jobs[end];
            if (!is_run(job))
                continue;
            add_job(job, &sums);
            if (job->state != JOB_UNKNOWN && job->state != JOB_RUNNING && !is_restore(job))
                is_newest_failed = job->state == JOB_FAILED;
        }
        sums.failed_hosts += sums.failed > failed_before;
        sums.newest_failed += is_newest_failed;
    }
    return sums;
}

static void add_last_success(struct page *page, const struct report *report,
                             const struct job_sums *sums)
{
    char time[DATETIME_TEXT_BYTES];
    const struct report_job_totals *totals = &report->job_totals;
    struct datetime last = sums->last_success;
    last.has_milliseconds = false;
    if (report->host_count > 1 && sums->newest_failed > 0)
        page_add_count(page, UI_NEWEST_FAILED, sums->newest_failed);
    else if (report->host_count > 1)
        return;
    else if (datetime_is_set(last))
        page_add_filled(page, UI_LAST_SUCCESS,
                        span_of(datetime_format(last, page->options->zone, time)),
                        (struct span){0});
    else if (totals->by_state[JOB_SUCCEEDED] + totals->by_state[JOB_WARNINGS] == 0)
        page_add_ui_text(page, UI_NO_SUCCESS);
}

void text_failed_jobs(struct page *page, const struct report *report)
{
    const struct report_job_totals *totals = &report->job_totals;
    struct job_sums sums = sum_jobs(report);
    char number[NUMBER_TEXT_BYTES];
    if (sums.failed > 0) {
        struct page jobs = page_scratch(page);
        page_add_count(&jobs, UI_N_JOBS, totals->runs);
        page_add_filled(page, UI_JOBS_DID_FAIL, span_of(number_text(sums.failed, number)),
                        buffer_span(&jobs.line));
        page_release(&jobs);
        text_add_on_hosts(page, report, sums.failed_hosts);
        add_last_success(page, report, &sums);
        page_add_ui_text(page, UI_STOP);
        text_add_sentence_gap(page);
    }
    if (totals->missed > 0) {
        page_add_count(page, UI_JOBS_DID_NOT_RUN, totals->missed);
        text_add_on_hosts(page, report, totals->missed_hosts);
        if (sums.failed == 0)
            add_last_success(page, report, &sums);
        page_add_ui_text(page, UI_STOP);
        text_add_sentence_gap(page);
    }
    if (sums.unknown > 0) {
        page_add_count(page, UI_JOBS_OUTCOME_UNKNOWN, sums.unknown);
        page_add_ui_text(page, UI_STOP);
        text_add_sentence_gap(page);
    }
}
