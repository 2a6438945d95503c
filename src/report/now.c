#include "report/now.h"

#include "tally/period.h"

/* The end of a job in a table and the time in the name of a list are times of no line. */
static void widen(struct builder *builder, struct datetime time)
{
    struct report *report = builder->report;
    struct datetime until = builder->tally->options.until;
    bool is_comparable = (time.year == 0) == (report->period_last.year == 0);
    bool is_outside = datetime_is_set(until) && datetime_is_later(time, until);
    if (report->has_period && is_comparable && !is_outside)
        period_widen(&report->period_first, &report->period_last, &time);
}

void now_find(struct builder *builder, const struct job_run *runs, size_t count)
{
    struct report *report = builder->report;
    for (size_t i = 0; i < count; i++) {
        widen(builder, runs[i].shown.start);
        widen(builder, runs[i].shown.end);
    }
    report->newest = builder->options->as_of;
    if (!datetime_is_set(report->newest))
        report->newest = report->period_last;
}
