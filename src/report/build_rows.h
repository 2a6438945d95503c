/* Builds the reasons split by host and code. */
#ifndef MARSIFT_REPORT_BUILD_ROWS_H
#define MARSIFT_REPORT_BUILD_ROWS_H

#include "report/builder.h"

/* After build_reasons. False with the fault set. */
bool build_rows(struct builder *builder);

#endif
