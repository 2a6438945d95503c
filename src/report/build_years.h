/* Finds a log whose year other records of its host contradict, and that could not be read a second
 * time, as out of standard input. */
#ifndef MARSIFT_REPORT_BUILD_YEARS_H
#define MARSIFT_REPORT_BUILD_YEARS_H

#include "report/builder.h"

/* Fills what the report says of years but `year_unknown`; False with the fault set. */
bool build_years(struct builder *builder);

#endif
