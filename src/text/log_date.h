/* Dates and times as logs write them, and the year that they leave out. */
#ifndef MARSIFT_TEXT_LOG_DATE_H
#define MARSIFT_TEXT_LOG_DATE_H

#include <stdbool.h>

#include "base/datetime.h"
#include "base/span.h"

/* Reads 08/04, 8/4/2020, 4.8.2020, 2020-08-04, 2020/08/04, 4-Aug with 13:16:29.206, 13:16, 4:00:19
 * PM or no time at all. An unset moment when the date is missing or impossible. */
struct datetime log_date_read(struct span date, struct span time);

/* The date that a log's file name tells: LastBackupFailedFiles17af1_7_21_2020..., month first;
 * Backup_Error-21-07-2020_01-02-03.log, day first; ...errlog.2016-06-01_20-55-45.Crash. Unset if
 * none. */
struct datetime log_date_of_name(struct span name);

/* How the years of one log's records are found, in their order. Logs hold no year, but they are
 * written forwards: the file's own date is not before its last record, and a step back by more than
 * half a year is a new year. */
struct year_inference {
    struct datetime latest; /* no record is later than the day after this; unset if not known */
    int16_t first_year;     /* --year: of the first record; 0 if not given */
    int16_t current_year;
    uint8_t last_month;
    uint8_t last_day; /* of last_month, when `latest` told the year: it holds for the whole day */
    bool is_started;
};

/* `name_date` and `modified` may be unset, `first_year` 0. The user's year goes before the name's
 * date, the name's before the file's. */
struct year_inference log_date_start(struct datetime name_date, struct datetime modified,
                                     int16_t first_year);

/* `moment` with the year that the calendar tells (0 when nothing does). Call in the order of
 * records. */
struct datetime log_date_resolve(struct year_inference *calendar, struct datetime datetime);

#endif
