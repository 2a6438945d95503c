/* Ranks the folders of a reason. */
#ifndef MARSIFT_REPORT_BUILD_FOLDERS_H
#define MARSIFT_REPORT_BUILD_FOLDERS_H

#include "report/builder.h"

/* Lists the folders that hold most files of the reason, whose category is number `category`. False
 * with the fault set. */
bool build_folders(struct builder *builder, struct report_reason *reason, size_t category);

#endif
