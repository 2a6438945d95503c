/* Infers overlaps between the runs of one host. */
#ifndef MARSIFT_REPORT_BUILD_OVERLAPS_H
#define MARSIFT_REPORT_BUILD_OVERLAPS_H

#include "report/host_runs.h"

/* False with the fault set. */
bool build_overlaps(struct builder *builder, const struct host_runs *host);

#endif
