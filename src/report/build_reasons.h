/* Builds the ranked reasons: categories of failed files with their codes, folders, hosts and
 * examples. */
#ifndef MARSIFT_REPORT_BUILD_REASONS_H
#define MARSIFT_REPORT_BUILD_REASONS_H

#include "report/builder.h"

/* After rollup_make. False with the fault set. */
bool build_reasons(struct builder *builder);

#endif
