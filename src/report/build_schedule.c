#include "report/build_schedule.h"

#include <stdio.h>

#include "base/buffer.h"
#include "report/build_hosts.h"
#include "report/build_overlaps.h"
#include "report/host_causes.h"
#include "report/host_runs.h"
#include "report/inference.h"
#include "text/minute_text.h"
#include "text/number_text.h"

enum { MAX_DAYS_LISTED = 10 };

/* "2024-07-19, 2024-07-20 and 3 more": the days on which runs of the rhythm are missing. */
static bool list_days(const struct builder *builder, const struct schedule *schedule, size_t rhythm,
                      struct buffer *days)
{
    enum language language = builder->options->language;
    size_t total = 0;
    bool done = true;
    for (size_t i = 0; done && i < schedule->gap_count; i++) {
        char day[MINUTE_TEXT_BYTES];
        if (schedule->gaps[i].rhythm != rhythm || total++ >= MAX_DAYS_LISTED)
            continue;
        minute_text(datetime_of_days(schedule->gaps[i].day), "", language, day);
        done = (total == 1 || sentence_append(&(struct sentence){.id = SENTENCE_LIST_SEPARATOR},
                                              language, days, builder->fault)) &&
               buffer_append(days, span_of(day), builder->fault);
    }
    if (!done || total <= MAX_DAYS_LISTED)
        return done;
    char more[NUMBER_TEXT_BYTES];
    snprintf(more, sizeof more, "%zu", total - MAX_DAYS_LISTED);
    return sentence_append(&(struct sentence){SENTENCE_MORE_DAYS, {span_of(more)}}, language, days,
                           builder->fault);
}

/* Writes the detail of the fact, whose other members are filled, and adds it. */
static bool add_missing_runs(struct builder *builder, const struct schedule *schedule,
                             size_t number, struct inferred_fact *fact)
{
    const struct schedule_rhythm *rhythm = &schedule->rhythms[number];
    char minute[8];
    char starts[NUMBER_TEXT_BYTES];
    char first[MINUTE_TEXT_BYTES];
    char last[MINUTE_TEXT_BYTES];
    enum language language = builder->options->language;
    struct buffer days = {0};
    snprintf(minute, sizeof minute, "%02d:%02d", (int)(rhythm->minute_of_day / 60),
             (int)(rhythm->minute_of_day % 60));
    snprintf(starts, sizeof starts, "%zu", rhythm->runs);
    minute_text(datetime_of_days(rhythm->first_day), "", language, first);
    minute_text(datetime_of_days(rhythm->last_day), "", language, last);
    bool done = list_days(builder, schedule, number, &days);
    fact->detail = (struct sentence){rhythm->period_days == 7 ? SENTENCE_WEEKLY_JOB_MISSING
                                                              : SENTENCE_DAILY_JOB_MISSING,
                                     {fact->host, buffer_span(&days), span_of(minute),
                                      span_of(starts), span_of(first), span_of(last)}};
    done = done && inference_add(builder, fact);
    buffer_release(&days);
    return done;
}

/* The last run that began before the minute, or the first run: the example of a gap. */
static struct report_example last_run_before(const struct host_runs *host, int64_t minute)
{
    const struct report_job *job = host->jobs[0];
    for (size_t i = 0; i < host->count && host->runs[i].start < minute; i++)
        job = host->jobs[i];
    return (struct report_example){job->name, job->place};
}

static struct datetime moment_of(int64_t minute)
{
    struct datetime moment = datetime_of_days(minute / MINUTES_OF_DAY);
    moment.hour = (uint8_t)(minute % MINUTES_OF_DAY / 60);
    moment.minute = (uint8_t)(minute % 60);
    moment.has_time = true;
    return moment;
}

/* The kind of backups of the newest run of the rhythm; NULL if none is known. */
static struct report_host_kind *kind_of_rhythm(const struct host_runs *host, size_t number,
                                               struct report_host *shown)
{
    size_t newest = host->count;
    while (newest > 0 && host->rhythm_of[newest - 1] != number)
        newest--;
    for (size_t i = 0; newest > 0 && i < shown->kind_count; i++)
        if (shown->kinds[i].is_system_state == host->jobs[newest - 1]->is_system_state)
            return &shown->kinds[i];
    return NULL;
}

/* Finds whether backups were due after the last run and did not begin, where that is no stop yet.
 * False with the fault set. */
static bool find_missed(const struct builder *builder, const struct host_runs *host,
                        const struct schedule *schedule, size_t number, struct report_host *shown)
{
    struct report_host_kind *kind = kind_of_rhythm(host, number, shown);
    if (kind == NULL || kind->newest != NEWEST_ENDED)
        return true;
    uint64_t missed = 0;
    for (size_t i = 0; i < schedule->gap_count; i++) {
        int64_t due =
            schedule->gaps[i].day * MINUTES_OF_DAY + schedule->rhythms[number].minute_of_day;
        if (schedule->gaps[i].rhythm != number || due <= host->runs[host->count - 1].start)
            continue;
        if (missed++ == 0)
            kind->missed_since = moment_of(due);
    }
    if (missed == 0)
        return true;
    kind->newest = NEWEST_MISSED;
    kind->nights_without = missed > kind->nights_without ? missed : kind->nights_without;
    return kind->cause[0] != '\0' || host_causes_of_miss(builder, kind);
}

static bool infer_gaps_of_rhythm(struct builder *builder, const struct host_runs *host,
                                 const struct schedule *schedule, size_t number)
{
    struct inferred_fact fact = {.symbol = JOB_MISSING_SYMBOL, .host = host->host};
    struct report_host *shown = build_hosts_find(builder, host->host);
    bool is_stopped = shown != NULL && shown->kinds[0].state == HOST_STOPPED;
    if (shown != NULL && !find_missed(builder, host, schedule, number, shown))
        return false;
    for (size_t i = 0; i < schedule->gap_count; i++) {
        /* Those after the last run of a host that stopped are the stop itself. */
        bool is_stop = is_stopped &&
                       schedule->gaps[i].day * MINUTES_OF_DAY > host->runs[host->count - 1].start;
        if (schedule->gaps[i].rhythm != number || is_stop)
            continue;
        if (fact.events++ == 0) {
            fact.first = datetime_of_days(schedule->gaps[i].day);
            fact.example = last_run_before(host, schedule->gaps[i].day * MINUTES_OF_DAY +
                                                     schedule->rhythms[number].minute_of_day);
        }
        fact.last = datetime_of_days(schedule->gaps[i].day);
    }
    if (fact.events == 0)
        return true;
    builder->report->job_totals.missed += fact.events;
    return add_missing_runs(builder, schedule, number, &fact);
}

static bool infer_gaps(struct builder *builder, struct host_runs *host)
{
    struct schedule schedule;
    struct schedule_input input = {.runs = host->runs,
                                   .count = host->count,
                                   .intervals = host->intervals,
                                   .interval_count = host->interval_count,
                                   .has_year = host->has_year};
    schedule_infer(&input, host->rhythm_of, &schedule);
    for (size_t i = 0; i < schedule.rhythm_count; i++)
        if (!infer_gaps_of_rhythm(builder, host, &schedule, i))
            return false;
    return true;
}

static bool infer_of_host(struct builder *builder, const struct report_job *jobs, size_t count)
{
    struct host_runs host = {0};
    struct report_job_totals *totals = &builder->report->job_totals;
    uint64_t missed_before = totals->missed;
    bool done = host_runs_collect(builder, jobs, count, &host) && infer_gaps(builder, &host) &&
                build_overlaps(builder, &host);
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
