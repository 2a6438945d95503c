/* Builds runs from event lists: each start paired with the next stop. */
#ifndef MARSIFT_REPORT_BUILD_EVENT_RUNS_H
#define MARSIFT_REPORT_BUILD_EVENT_RUNS_H

#include "report/builder.h"

/* The runs, in the order of host and time, in an array lent by the builder's arena. False with the
 * fault set. */
bool build_event_runs(const struct builder *builder, struct job **runs, size_t *count);

#endif
