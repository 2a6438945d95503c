/* Builds what was read: logs, hosts, books, period, limits, and what was skipped or unreadable. */
#ifndef MARSIFT_REPORT_BUILD_INPUT_H
#define MARSIFT_REPORT_BUILD_INPUT_H

#include "report/builder.h"

/* After build_host_logs and the rollup. False with the fault set. */
bool build_input(struct builder *builder);

#endif
