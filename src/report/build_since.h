/* Since when a reason makes files fail. */
#ifndef MARSIFT_REPORT_BUILD_SINCE_H
#define MARSIFT_REPORT_BUILD_SINCE_H

#include "report/builder.h"

/* Fills since, backups and is_new of the reason, whose category is number `category`; after
 * rollup_make. False with the fault set. */
bool build_since(const struct builder *builder, struct report_reason *reason, size_t category);

#endif
