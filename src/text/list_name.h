/* The time in the name of a failed-files list: LastBackupFailedFiles17af1_7_21_2024_23_05_10.txt,
 * Backup_Error-18-06-2010_04-00-12.log. */
#ifndef MARSIFT_TEXT_LIST_NAME_H
#define MARSIFT_TEXT_LIST_NAME_H

#include "base/datetime.h"
#include "base/span.h"

/* The date and time of day in `name`; unset unless it has both. */
struct datetime list_name_time(struct span name);

#endif
