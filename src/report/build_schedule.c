/* Runs that are missing from the rhythm of a host's jobs. */
#include "report/host_runs.h"

enum { MOST_DATES = 10 };

static bool add_date(struct buffer *text, int64_t day, const char *separator, struct fault *fault)
{
    char date[DATETIME_TEXT_BYTES];
    datetime_format(datetime_of_days(day), "", date);
    return buffer_append_format(text, fault, "%s%s", separator, date);
}

/* "N1: no job on 2024-07-19 at about 22:00 (inferred from 9 daily starts from ... to ...)". */
static bool describe_gaps(const struct builder *builder, const struct host_runs *host,
                          const struct schedule *schedule, size_t number, struct buffer *text)
{
    bool is_japanese = builder->options->language == LANGUAGE_JA;
    const struct schedule_rhythm *rhythm = &schedule->rhythms[number];
    struct fault *fault = builder->fault;
    size_t listed = 0;
    size_t total = 0;
    bool done = buffer_append_format(text, fault, is_japanese ? "%.*s: " : "%.*s: no job on ",
                                     (int)host->host.length, host->host.bytes);
    for (size_t i = 0; i < schedule->gap_count; i++) {
        if (schedule->gaps[i].rhythm != number)
            continue;
        const char *comma = is_japanese ? "、" : ", ";
        if (total++ < MOST_DATES)
            done = done && add_date(text, schedule->gaps[i].day, listed++ ? comma : "", fault);
    }
    if (total > listed)
        done = done &&
               buffer_append_format(text, fault, is_japanese ? " ほか %zu 日" : " and %zu more",
                                    total - listed);
    int hour = (int)(rhythm->minute_of_day / 60);
    int minute = (int)(rhythm->minute_of_day % 60);
    const char *const every_en[] = {"daily", "weekly"};
    const char *const every_ja[] = {"毎日", "毎週"};
    bool is_weekly = rhythm->period_days == 7;
    done = done &&
           (is_japanese ? buffer_append_format(
                              text, fault,
                              " の %02d:%02d ごろのジョブがありません (%s、同じ時刻ごろの開始 "
                              "%zu 回からの推定: ",
                              hour, minute, every_ja[is_weekly], rhythm->runs)
                        : buffer_append_format(text, fault,
                                               " at about %02d:%02d (inferred from %zu %s "
                                               "starts, ",
                                               hour, minute, rhythm->runs, every_en[is_weekly]));
    return done && add_date(text, rhythm->first_day, "", fault) &&
           add_date(text, rhythm->last_day, is_japanese ? " ～ " : " to ", fault) &&
           buffer_append(text, span_of(")"), fault);
}

/* The last run that began before the gap stands for it. */
static struct report_example run_before(const struct host_runs *host, int64_t minute)
{
    const struct report_job *job = host->jobs[0];
    for (size_t i = 0; i < host->count && host->runs[i].start < minute; i++)
        job = host->jobs[i];
    return (struct report_example){job->name, job->place};
}

static bool infer_gaps(struct builder *builder, const struct host_runs *host,
                       const struct schedule *schedule, size_t number)
{
    struct inferred_fact fact = {.symbol = "MARSIFT_JOB_MISSING", .host = host->host};
    for (size_t i = 0; i < schedule->gap_count; i++) {
        if (schedule->gaps[i].rhythm != number)
            continue;
        if (fact.events++ == 0) {
            fact.first = datetime_of_days(schedule->gaps[i].day);
            fact.example = run_before(host, schedule->gaps[i].day * MINUTES_OF_DAY +
                                                schedule->rhythms[number].minute_of_day);
        }
        fact.last = datetime_of_days(schedule->gaps[i].day);
    }
    if (fact.events == 0)
        return true;
    builder->report->job_totals.missed += fact.events;
    struct buffer text = {0};
    bool done = describe_gaps(builder, host, schedule, number, &text);
    fact.detail = buffer_span(&text);
    done = done && build_infer(builder, &fact);
    buffer_release(&text);
    return done;
}

bool build_missing_runs(struct builder *builder, struct host_runs *host)
{
    struct schedule schedule;
    schedule_infer(host->runs, host->count, host->covers, host->cover_count, host->has_year,
                   host->rhythm_of, &schedule);
    for (size_t i = 0; i < schedule.rhythm_count; i++)
        if (!infer_gaps(builder, host, &schedule, i))
            return false;
    return true;
}

static bool infer_of_host(struct builder *builder, const struct report_job *jobs, size_t count)
{
    struct host_runs host = {0};
    struct report_job_totals *totals = &builder->report->job_totals;
    uint64_t missed_before = totals->missed;
    bool done = host_runs_collect(builder, jobs, count, &host) &&
                build_missing_runs(builder, &host) && build_overlaps(builder, &host);
    totals->missed_hosts += totals->missed > missed_before;
    host_runs_release(&host);
    return done;
}

bool build_schedule(struct builder *builder)
{
    const struct report *report = builder->report;
    size_t end = 0;
    for (size_t start = 0; start < report->job_count; start = end) {
        struct span host = report->jobs[start].host;
        while (end < report->job_count && span_equals(report->jobs[end].host, host))
            end++;
        if (!infer_of_host(builder, &report->jobs[start], end - start))
            return false;
    }
    return true;
}
