/* What to do about jobs with too many failed files. */
#ifndef MARSIFT_REPORT_BUILD_LIMIT_ACTIONS_H
#define MARSIFT_REPORT_BUILD_LIMIT_ACTIONS_H

#include "report/builder.h"

/* If the finding says that a job failed on too many files, or nearly did, replaces its actions by
 * those of the reasons that used the limit up. Keeps them if files that are not found or have no
 * code did, since nothing but the scratch folder explains these. False with the fault set. */
bool build_limit_actions(const struct builder *builder, struct report_finding *finding);

#endif
