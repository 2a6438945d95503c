/* What to do about jobs with too many failed files. */
#ifndef MARSIFT_REPORT_BUILD_LIMIT_ACTIONS_H
#define MARSIFT_REPORT_BUILD_LIMIT_ACTIONS_H

#include "report/builder.h"

/* If the finding says that a job failed on too many files, or nearly did, replaces its actions by
 * those of the reasons that used the limit up: on the host of `one`, or on all hosts if it is NULL.
 * Files that are not found or have no code leave the actions as they are, since nothing but the
 * scratch folder explains these, unless their volume is gone. False with the fault set. */
bool build_limit_actions(struct builder *builder, const struct tally_finding *one,
                         struct report_finding *finding);

/* True if the finding says that a job failed on too many files. */
bool build_limit_is_reached(const struct report_finding *finding);

#endif
