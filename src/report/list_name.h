/* The name of a failed-files list: LastBackupFailedFiles17af1_7_21_2024_23_05_10.txt. */
#ifndef MARSIFT_REPORT_LIST_NAME_H
#define MARSIFT_REPORT_LIST_NAME_H

#include "base/datetime.h"
#include "base/span.h"

/* The date and time of day in `name`; unset unless it has both. */
struct datetime list_name_time(struct span name);

#endif
