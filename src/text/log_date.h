/* Parses dates and times as logs write them. */
#ifndef MARSIFT_TEXT_LOG_DATE_H
#define MARSIFT_TEXT_LOG_DATE_H

#include "base/datetime.h"
#include "base/span.h"

/* Parses a date (08/04, 08-04, 8/4/2020, 4.8.20, 2020-08-04, 4-Aug, "21. Juli 2024", 2024年7月21日)
 * and a time (13:16:29.206, 13:16, 4:00:19 PM, 午後 4:00, 17:47:38.1234567Z, 02:47+09:00, or
 * empty). `date` may hold both, with the day of the week. /Date(1721500058123)/ is read, too.
 * Returns an unset datetime if the date is missing or either is impossible. The zone is that of the
 * text. Behind a local time `date` may have the same moment in UTC, which ends in Z: then the zone
 * is what they differ by. */
struct datetime log_date_read(struct span date, struct span time);

/* Returns the date in a log's file name: LastBackupFailedFiles17af1_7_21_2020... (month first),
 * Backup_Error-21-07-2020_01-02-03.log (day first), ...errlog.2016-06-01_20-55-45.Crash or
 * CBEngine3_1611500000000.log (milliseconds since 1970). Unset if there is none. */
struct datetime log_date_of_name(struct span name);

#endif
