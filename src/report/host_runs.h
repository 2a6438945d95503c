/* The runs of one host, as input for the schedule, and the time that its logs cover. */
#ifndef MARSIFT_REPORT_HOST_RUNS_H
#define MARSIFT_REPORT_HOST_RUNS_H

#include <stdbool.h>
#include <stddef.h>

#include "report/builder.h"
#include "report/schedule.h"

enum { MAX_HOST_RUNS = 1000 };

/* Runs whose start is known with its year, in the order of their starts: those of engine logs or,
 * if there are none, those of event lists, and else those of tables. If no time of the host has a
 * year, runs without a year are taken, unless the logs reach from one year into the next. At most
 * the newest MAX_HOST_RUNS.
 */
struct host_runs {
    struct span host;
    const struct report_job **jobs; /* by run */
    struct schedule_run *runs;
    size_t *rhythm_of; /* scratch of schedule_infer */
    size_t count;
    struct logged_interval *intervals;
    size_t interval_count;
    bool has_year;
    bool is_table; /* the runs are rows, which are often one item of a job each */
};

/* Collects the runs among the `count` jobs of one host; there is at least one. Start as `struct
 * host_runs host = {0};`, end with host_runs_release, also after a fault. False with the fault set.
 */
bool host_runs_collect(const struct builder *builder, const struct report_job *jobs, size_t count,
                       struct host_runs *host);
void host_runs_release(struct host_runs *host);

#endif
