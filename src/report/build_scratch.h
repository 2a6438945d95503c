/* Finds whether the scratch folders of hosts became known too late. */
#ifndef MARSIFT_REPORT_BUILD_SCRATCH_H
#define MARSIFT_REPORT_BUILD_SCRATCH_H

#include "report/builder.h"

/* Fills late_scratch_folder; the facts are built. False with the fault set. */
bool build_scratch(struct builder *builder);

#endif
