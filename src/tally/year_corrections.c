#include "tally/year_corrections.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/memory.h"
#include "tally/job_counts.h"
#include "tally/tally_parts.h"
#include "tally/year_choice.h"

/* The dates of all hosts as they are searched: by host and day, the days also by themselves. */
struct sorted_dates {
    struct year_dates dates;
    const struct year_date *by_host;
    int64_t *days;
    size_t count;
};

struct host_days {
    const int64_t *days;
    size_t count;
};

/* True for a log whose records have no year of their own, and neither has its name. */
static bool has_year_of_its_file(const struct tally_log *log)
{
    return log->calendar.is_started && log->calendar.first_year == 0 &&
           !datetime_is_set(log->name_date);
}

/* A row of a table may name the protected server where the engine log is of the backup server, and
 * one in a mail has no host: by the GUID of its job, its date counts for the log's host too. */
static bool add_dates_by_guid(const struct tally *tally, struct year_dates *dates,
                              struct fault *fault)
{
    const struct hash_array *jobs = &tally->job_counts.jobs;
    struct tally_log *const *logs = tally->source_counts.logs;
    struct hash_array hosts = {.item_bytes = sizeof(uint64_t)};
    bool is_new = false;
    bool done = true;
    for (size_t pass = 0; done && pass < 2; pass++)
        for (size_t i = 0; done && i < jobs->count; i++) {
            const struct job *job = hash_array_at(jobs, i);
            const struct tally_log *log = logs[job->place.log];
            bool is_dated = job->stated.start.year != 0 && !has_year_of_its_file(log);
            if (job->name.length == 0 || job->is_row ||
                (pass == 0 ? !job->has_milestone || !has_year_of_its_file(log) : !is_dated))
                continue;
            uint64_t *host = hash_array_add(
                &hosts, text_budget_host_key(&tally->text_budget, job->name), &is_new, fault);
            done = host != NULL;
            if (done && pass == 0)
                *host = log->shown_host_key;
            else if (done && !is_new && *host != 0)
                done = year_dates_note(dates, *host, job->stated.start, fault);
        }
    hash_array_release(&hosts);
    return done;
}

static int compare_dates(const void *left, const void *right)
{
    const struct year_date *a = left;
    const struct year_date *b = right;
    int order = (a->host_key > b->host_key) - (a->host_key < b->host_key);
    return order ? order : (a->days > b->days) - (a->days < b->days);
}

static bool sort_dates(const struct tally *tally, struct sorted_dates *sorted, struct fault *fault)
{
    const struct hash_array *noted = &tally->year_dates.all;
    year_dates_open(&sorted->dates);
    for (size_t i = 0; i < noted->count; i++) {
        const struct year_date *date = hash_array_at(noted, i);
        if (!year_dates_note(&sorted->dates, date->host_key, datetime_of_days(date->days), fault))
            return false;
    }
    if (!add_dates_by_guid(tally, &sorted->dates, fault))
        return false;
    sorted->count = sorted->dates.all.count;
    sorted->by_host = sorted->dates.all.items;
    sorted->days = memory_allocate(sorted->count + 1, sizeof *sorted->days, fault);
    if (sorted->days == NULL)
        return false;
    if (sorted->count > 0)
        qsort(sorted->dates.all.items, sorted->count, sizeof(struct year_date), compare_dates);
    for (size_t i = 0; i < sorted->count; i++)
        sorted->days[i] = sorted->by_host[i].days;
    return true;
}

/* The number of dates of hosts whose key is below `host_key`. */
static size_t count_before(const struct sorted_dates *sorted, uint64_t host_key)
{
    size_t low = 0;
    size_t high = sorted->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sorted->by_host[middle].host_key < host_key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct host_days days_of(const struct sorted_dates *sorted, uint64_t host_key)
{
    size_t first = count_before(sorted, host_key);
    size_t end = host_key == UINT64_MAX ? sorted->count : count_before(sorted, host_key + 1);
    return (struct host_days){sorted->days + first, end - first};
}

static int16_t year_by_dates(uint64_t key, const struct sorted_dates *sorted,
                             const struct year_stretch *stretch, struct datetime latest,
                             enum year_reach reach)
{
    struct host_days days = days_of(sorted, key);
    return year_choice_by_dates(stretch, latest, days.days, days.count, reach);
}

/* Chooses the year of a log, and notes it if it is another than that of the file's time. */
static void correct_log(const struct tally_log *log, const struct sorted_dates *sorted,
                        enum year_reach reach, struct year_correction *correction)
{
    struct year_stretch stretch;
    struct datetime latest = log->calendar.latest;
    if (!has_year_of_its_file(log) || !year_choice_stretch(&log->calendar.days, &stretch))
        return;
    int16_t year =
        year_by_dates(year_dates_words_key(log->index), sorted, &stretch, latest, YEAR_REACH_MONTH);
    if (year == 0)
        year = year_by_dates(log->shown_host_key, sorted, &stretch, latest, reach);
    if (year == 0)
        year = year_by_dates(year_dates_log_key(log->index), sorted, &stretch, latest, reach);
    bool is_by_dates = year != 0;
    correction->is_assumed = !is_by_dates && datetime_is_set(latest);
    if (!is_by_dates)
        year = year_choice_by_leap_day(&stretch, latest);
    if (year == 0 ||
        (datetime_is_set(latest) && year == year_inference_latest(stretch.last, latest) &&
         !year_choice_is_divided(&stretch, latest)))
        return;
    correction->last = stretch.last;
    correction->last.year = year;
    correction->first = year_choice_first_day(&stretch, year);
    correction->is_by_dates = is_by_dates;
}

/* Corrects logs whose years dates of their hosts tell. Where one was wrong, the file times of the
 * host tell no year: its other logs are put where they are nearest. */
static bool correct_logs(const struct tally *tally, const struct sorted_dates *sorted,
                         struct year_corrections *corrections, struct fault *fault)
{
    struct tally_log *const *logs = tally->source_counts.logs;
    struct hash_array wrong_hosts = {.item_bytes = sizeof(bool)};
    bool done = true;
    for (size_t pass = 0; done && pass < 2; pass++)
        for (size_t i = 0; done && i < corrections->log_count; i++) {
            struct year_correction *correction = &corrections->logs[i];
            enum year_reach reach = pass == 0 ? YEAR_REACH_MONTH : YEAR_REACH_ANY;
            bool is_new = false;
            uint32_t number;
            if (pass == 1 &&
                (correction->is_by_dates ||
                 !hash_table_find(&wrong_hosts.numbers, logs[i]->shown_host_key, &number)))
                continue;
            correct_log(logs[i], sorted, reach, correction);
            if (pass == 0 && correction->is_by_dates)
                done =
                    hash_array_add(&wrong_hosts, logs[i]->shown_host_key, &is_new, fault) != NULL;
        }
    hash_array_release(&wrong_hosts);
    return done;
}

bool year_corrections_find(const struct tally *tally, struct year_corrections *corrections,
                           struct fault *fault)
{
    struct sorted_dates sorted = {0};
    size_t count = tally->source_counts.log_count;
    corrections->log_count = count;
    corrections->logs = memory_allocate(count + 1, sizeof *corrections->logs, fault);
    bool done = corrections->logs != NULL && sort_dates(tally, &sorted, fault) &&
                correct_logs(tally, &sorted, corrections, fault);
    for (size_t i = 0; done && i < count; i++) {
        const struct report_log *log = &tally->source_counts.logs[i]->shown;
        corrections->logs[i].log_key =
            year_corrections_log_key(log->source.bytes, log->member.bytes);
        corrections->count += datetime_is_set(corrections->logs[i].last);
    }
    year_dates_release(&sorted.dates);
    memory_free(sorted.days);
    return done;
}

void year_corrections_release(struct year_corrections *corrections)
{
    memory_free(corrections->logs);
    *corrections = (struct year_corrections){0};
}

uint64_t year_corrections_log_key(const char *source, const char *member)
{
    return hash_mix(hash_span(span_of(source), 0), hash_span(span_of(member), 0));
}

struct datetime year_corrections_last(const struct year_corrections *corrections, size_t index,
                                      uint64_t log_key)
{
    bool is_same = corrections != NULL && index < corrections->log_count &&
                   corrections->logs[index].log_key == log_key;
    return is_same ? corrections->logs[index].last : (struct datetime){0};
}
