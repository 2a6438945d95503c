/* Logs whose year a host's failed-files lists deny. The year of a log comes from its file's time,
 * which may be the day on which somebody copied it; the name of a list holds a whole date. */
#include <string.h>

#include "report/builder.h"

/* Only a log whose records have no year of their own, and whose name tells none. */
static bool has_year_of_its_file(const struct tally_log *log)
{
    return strcmp(log->shown.kind, "engine-log") == 0 && moment_is_set(log->calendar.latest) &&
           !moment_is_set(log->name_date) && log->shown.first_seen.year != 0;
}

/* Whether the log covers `date`, give or take a day, had it been written `years` years earlier. */
static bool covers(const struct report_log *log, int years, struct moment date)
{
    struct moment first = log->first_seen;
    struct moment last = log->last_seen;
    first.year = (int16_t)(first.year - years);
    last.year = (int16_t)(last.year - years);
    return moment_days(date) >= moment_days(first) - 1 &&
           moment_days(date) <= moment_days(last) + 1;
}

/* The dates of a host's lists, in the order in which they were read: each once, since a folder may
 * hold as many lists as logs. */
static bool collect_dates(const struct host_logs *logs, struct keyed *dates, struct fault *fault)
{
    for (size_t i = 0; i < logs->count; i++) {
        struct moment date = logs->logs[i]->name_date;
        bool is_new = false;
        if (!logs->logs[i]->is_list || !moment_is_set(date))
            continue;
        struct moment *known = keyed_add(dates, (uint64_t)moment_days(date), &is_new, fault);
        if (known == NULL)
            return false;
        *known = date;
    }
    return true;
}

/* The date of a list by which the log is some years older, in `*years`; unset when there is none,
 * or when a list fits the log as it is. */
static struct moment denying_date(const struct keyed *dates, const struct report_log *log,
                                  int *years)
{
    struct moment found = {0};
    for (size_t i = 0; i < dates->count; i++) {
        struct moment date = *(const struct moment *)keyed_at(dates, i);
        if (covers(log, 0, date))
            return (struct moment){0};
        const int apart[] = {log->first_seen.year - date.year, log->last_seen.year - date.year};
        for (size_t way = 0; way < 2 && !moment_is_set(found); way++)
            if (covers(log, apart[way], date)) {
                found = date;
                *years = apart[way];
            }
    }
    return found;
}

/* The doubt is about the log that was read first. */
static void doubt(const struct tally_log *log, const struct keyed *dates,
                  struct report_year_doubt *known)
{
    int years = 0;
    if (!has_year_of_its_file(log) || (known->is_set && known->log < log->index))
        return;
    struct moment date = denying_date(dates, &log->shown, &years);
    if (moment_is_set(date))
        *known =
            (struct report_year_doubt){.is_set = true,
                                       .log = log->index,
                                       .year = log->shown.last_seen.year,
                                       .year_of_lists = date.year,
                                       .first_year = (int16_t)(log->shown.first_seen.year - years)};
}

bool drafting_years(struct draft *draft)
{
    size_t log_count = draft->tally->log_count;
    bool done = true;
    for (size_t next = 0; done && next < log_count;) {
        struct keyed dates = {.item_bytes = sizeof(struct moment)};
        struct host_logs logs = drafting_logs_of(draft, draft->logs_by_host[next]->shown.host);
        done = collect_dates(&logs, &dates, draft->fault);
        for (size_t i = 0; done && dates.count > 0 && i < logs.count; i++)
            doubt(logs.logs[i], &dates, &draft->report->year_doubt);
        keyed_release(&dates);
        next += logs.count;
    }
    return done;
}
