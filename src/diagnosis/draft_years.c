/* Logs whose year a host's failed-files lists deny. The year of a log comes from its file's time,
 * which may be the day on which somebody copied it; the name of a list holds a whole date. */
#include <string.h>

#include "diagnosis/drafting.h"

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

/* The date of a list of the log's host by which the log is some years older, in `*years`; unset
 * when there is none, or when a list fits the log as it is. */
static struct moment denying_list(const struct tally *tally, const struct report_log *log,
                                  int *years)
{
    struct moment found = {0};
    for (size_t i = 0; i < tally->log_count; i++) {
        const struct tally_log *list = tally->logs[i];
        struct moment date = list->name_date;
        if (!list->is_list || !moment_is_set(date) ||
            !span_equals_ignoring_case(list->shown.host, log->host))
            continue;
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

void drafting_years(struct draft *draft)
{
    const struct tally *tally = draft->tally;
    for (size_t i = 0; i < tally->log_count; i++) {
        const struct report_log *log = &tally->logs[i]->shown;
        int years = 0;
        if (!has_year_of_its_file(tally->logs[i]))
            continue;
        struct moment date = denying_list(tally, log, &years);
        if (!moment_is_set(date))
            continue;
        draft->report->year_doubt =
            (struct report_year_doubt){.is_set = true,
                                       .log = i,
                                       .year = log->last_seen.year,
                                       .year_of_lists = date.year,
                                       .first_year = (int16_t)(log->first_seen.year - years)};
        return;
    }
}
