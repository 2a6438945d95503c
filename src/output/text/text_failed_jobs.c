/* Failed and missing jobs in the first line of the text report: a job that failed, or did not run,
 * saved nothing, whatever is said of files. */
#include "output/text/text_layout.h"

/* What the runs of the report come to. Lists and events are parts of runs or tell of one file at a
 * time. */
struct sums {
    uint64_t failed;
    uint64_t unknown; /* of a job that stopped in a phase, or ended without a word of success */
    uint64_t failed_hosts;
    uint64_t newest_failed; /* hosts */
    struct datetime last_success;
};

static bool is_run(const struct report_job *job)
{
    return job->part_of.length == 0;
}

static void add_job(const struct report_job *job, struct sums *sums)
{
    bool is_success = job->state == JOB_SUCCEEDED || job->state == JOB_WARNINGS;
    sums->failed += job->state == JOB_FAILED;
    bool has_run = job->open_phase != NULL || datetime_is_set(job->end);
    sums->unknown += job->state == JOB_UNKNOWN && has_run;
    if (is_success && datetime_is_later(job->end, sums->last_success))
        sums->last_success = job->end;
}

/* The jobs are listed by host, and those of a host in the order of time. */
static struct sums sum_jobs(const struct report *report)
{
    struct sums sums = {0};
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
            if (job->state != JOB_UNKNOWN && job->state != JOB_RUNNING)
                is_newest_failed = job->state == JOB_FAILED;
        }
        sums.failed_hosts += sums.failed > failed_before;
        sums.newest_failed += is_newest_failed;
    }
    return sums;
}

static void add_last_success(struct page *page, const struct report *report,
                             const struct sums *sums)
{
    char time[DATETIME_TEXT_BYTES];
    const struct report_job_totals *totals = &report->job_totals;
    struct datetime last = sums->last_success;
    last.has_milliseconds = false;
    if (report->host_count > 1 && sums->newest_failed > 0)
        page_add_count(page, WORD_NEWEST_FAILED, sums->newest_failed);
    else if (report->host_count > 1)
        return;
    else if (datetime_is_set(last))
        page_add_filled(page, WORD_LAST_SUCCESS,
                        span_of(datetime_format(last, page->options->zone, time)),
                        (struct span){0});
    else if (totals->by_state[JOB_SUCCEEDED] + totals->by_state[JOB_WARNINGS] == 0)
        page_add_word(page, WORD_NO_SUCCESS);
}

void text_failed_jobs(struct page *page, const struct report *report)
{
    const struct report_job_totals *totals = &report->job_totals;
    struct sums sums = sum_jobs(report);
    char number[NUMBER_TEXT_BYTES];
    if (sums.failed > 0) {
        struct page jobs = *page;
        jobs.line = (struct buffer){0};
        page_add_count(&jobs, WORD_N_JOBS, totals->runs);
        page_add_filled(page, WORD_JOBS_DID_FAIL, span_of(number_text(sums.failed, number)),
                        buffer_span(&jobs.line));
        page_release(&jobs);
        text_on_hosts(page, report, sums.failed_hosts);
        add_last_success(page, report, &sums);
        page_add_word(page, WORD_STOP);
        text_sentence_gap(page);
    }
    if (totals->missed > 0) {
        page_add_count(page, WORD_JOBS_DID_NOT_RUN, totals->missed);
        text_on_hosts(page, report, totals->missed_hosts);
        if (sums.failed == 0)
            add_last_success(page, report, &sums);
        page_add_word(page, WORD_STOP);
        text_sentence_gap(page);
    }
    if (sums.unknown > 0) {
        page_add_count(page, WORD_JOBS_OUTCOME_UNKNOWN, sums.unknown);
        page_add_word(page, WORD_STOP);
        text_sentence_gap(page);
    }
}
