/* Builds the groups of --by. */
#ifndef MARSIFT_REPORT_BUILD_GROUPS_H
#define MARSIFT_REPORT_BUILD_GROUPS_H

#include "report/builder.h"

/* After build_jobs. False with the fault set. */
bool build_groups(struct builder *builder);

#endif
