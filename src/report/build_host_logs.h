/* The logs of each host. There may be as many hosts as logs, so the logs are sorted by host once
 * rather than scanned for each. */
#ifndef MARSIFT_REPORT_BUILD_HOST_LOGS_H
#define MARSIFT_REPORT_BUILD_HOST_LOGS_H

#include "report/builder.h"

/* Logs of one host in the order in which they were read. */
struct host_logs {
    const struct tally_log *const *logs;
    size_t count;
};

/* Sorts the logs for host_logs_of; the first stage of a report. False with the fault set. */
bool build_host_logs(struct builder *builder);

/* The logs of the host of that name, in any case. Lent by the builder's arena. */
struct host_logs host_logs_of(const struct builder *builder, struct span host);

#endif
