/* Records that only say that a job failed, where other records of the job tell why. */
#ifndef MARSIFT_REPORT_BUILD_BARE_FAILURES_H
#define MARSIFT_REPORT_BUILD_BARE_FAILURES_H

#include <stdbool.h>

#include "report/builder.h"

/* Moves the events of such records from the agent errors without a reason to one of their own, so
 * that the reason is said once and each record is counted. `findings` are those of the tally; their
 * numbers stay. False with the fault set. */
bool build_bare_failures(const struct builder *builder, struct hash_array *findings);

#endif
