/* The runs of one host as the schedule is read from them, and the time that its logs cover. */
#ifndef MARSIFT_REPORT_HOST_RUNS_H
#define MARSIFT_REPORT_HOST_RUNS_H

#include <stdbool.h>
#include <stddef.h>

#include "report/builder.h"
#include "report/schedule.h"

enum { MAX_HOST_RUNS = 1000 };

/* Runs whose start is known with its year, in that order: those of engine logs, or where there is
 * none those of event lists. When no time of the host has a year those without one, unless its logs
 * reach from one year into the next. Of more than MAX_HOST_RUNS the newest. */
struct host_runs {
    struct span host;
    const struct report_job **jobs; /* of each run */
    struct schedule_run *runs;
    size_t *rhythm_of; /* scratch of schedule_infer */
    size_t count;
    struct schedule_cover *covers;
    size_t cover_count;
    bool has_year;
};

/* Collects the runs among the `count` jobs of one host. Start as `struct host_runs host = {0};`,
 * end with host_runs_release, also after a fault. */
bool host_runs_collect(const struct builder *builder, const struct report_job *jobs, size_t count,
                       struct host_runs *host);
void host_runs_release(struct host_runs *host);

/* Each adds what the runs show to the draft's inferences. */
bool build_missing_runs(struct builder *builder, struct host_runs *host);
bool build_overlaps(struct builder *builder, const struct host_runs *host);

#endif
