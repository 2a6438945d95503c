/* Finds logs whose year a host's failed-files lists contradict. The year of a log comes from the
 * time of its file, which may be the day on which it was copied; the name of a list has a whole
 * date. */
#ifndef MARSIFT_REPORT_BUILD_YEARS_H
#define MARSIFT_REPORT_BUILD_YEARS_H

#include "report/builder.h"

/* Fills the year_doubt; after build_host_logs. False with the fault set. */
bool build_years(struct builder *builder);

#endif
