#include "report/build_years.h"

#include "report/build_host_logs.h"
#include "report/builder.h"

#include "tally/source_counts.h"

/* True for a log whose records have no year of their own, and whose name has none. */
static bool has_year_of_its_file(const struct tally_log *log)
{
    return log->shown.kind == LOG_KIND_ENGINE_LOG && datetime_is_set(log->calendar.latest) &&
           !datetime_is_set(log->name_date) && log->shown.first_seen.year != 0;
}

/* True if the log, written `years` years earlier, would cover `date`, give or take a day. */
static bool covers(const struct report_log *log, int years, struct datetime date)
{
    struct datetime first = log->first_seen;
    struct datetime last = log->last_seen;
    first.year = (int16_t)(first.year - years);
    last.year = (int16_t)(last.year - years);
    return datetime_days(date) >= datetime_days(first) - 1 &&
           datetime_days(date) <= datetime_days(last) + 1;
}

/* Collects the dates of a host's lists in the order in which they were read, each once, since a
 * folder may have as many lists as logs. False with the fault set. */
static bool collect_dates(const struct host_logs *logs, struct hash_array *dates,
                          struct fault *fault)
{
    for (size_t i = 0; i < logs->count; i++) {
        struct datetime date = logs->logs[i]->name_date;
        bool is_new = false;
        if (!logs->logs[i]->is_list || !datetime_is_set(date))
            continue;
        struct datetime *known =
            hash_array_add(dates, (uint64_t)datetime_days(date), &is_new, fault);
        if (known == NULL)
            return false;
        *known = date;
    }
    return true;
}

/* The date of a list by which the log is `*years` older; unset if there is none, or if a list
 * agrees with the log as it is. */
static struct datetime contradicting_date(const struct hash_array *dates,
                                          const struct report_log *log, int *years)
{
    struct datetime found = {0};
    for (size_t i = 0; i < dates->count; i++) {
        struct datetime date = *(const struct datetime *)hash_array_at(dates, i);
        if (covers(log, 0, date))
            return (struct datetime){0};
        const int apart[] = {log->first_seen.year - date.year, log->last_seen.year - date.year};
        for (size_t way = 0; way < 2 && !datetime_is_set(found); way++)
            if (covers(log, apart[way], date)) {
                found = date;
                *years = apart[way];
            }
    }
    return found;
}

/* Notes a doubt about the log, unless there is one about an earlier log. */
static void note_doubt(const struct tally_log *log, const struct hash_array *dates,
                       struct report_year_doubt *known)
{
    int years = 0;
    if (!has_year_of_its_file(log) || (known->is_set && known->log < log->index))
        return;
    struct datetime date = contradicting_date(dates, &log->shown, &years);
    if (datetime_is_set(date))
        *known =
            (struct report_year_doubt){.is_set = true,
                                       .log = log->index,
                                       .year = log->shown.last_seen.year,
                                       .year_of_lists = date.year,
                                       .first_year = (int16_t)(log->shown.first_seen.year - years)};
}

bool build_years(struct builder *builder)
{
    size_t log_count = builder->tally->source_counts.log_count;
    bool done = true;
    for (size_t next = 0; done && next < log_count;) {
        struct hash_array dates = {.item_bytes = sizeof(struct datetime)};
        struct host_logs logs = host_logs_of(builder, builder->logs_by_host[next]->shown.host);
        done = collect_dates(&logs, &dates, builder->fault);
        for (size_t i = 0; done && dates.count > 0 && i < logs.count; i++)
            note_doubt(logs.logs[i], &dates, &builder->report->year_doubt);
        hash_array_release(&dates);
        next += logs.count;
    }
    return done;
}
