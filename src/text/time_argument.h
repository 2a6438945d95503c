/* Times and zones as a person types them: the values of --since, --until and --tz. */
#ifndef MARSIFT_TEXT_TIME_ARGUMENT_H
#define MARSIFT_TEXT_TIME_ARGUMENT_H

#include <stdbool.h>

#include "base/datetime.h"

enum { ZONE_BYTES = 8 };

/* Reads "2020-08-04", "2020-08-04T13:16" and finer. As the end of a period, a date is its last
 * millisecond, and so is a second. False for anything else. */
bool time_argument_parse(const char *text, bool is_end, struct datetime *time);

/* Reads Z, UTC (any case) or an offset such as +09:00, +0900 or +09 into `zone`, which has
 * ZONE_BYTES: "Z" or "+09:00". False for anything else; `zone` is then unchanged. */
bool time_argument_parse_zone(const char *text, char *zone);

/* Returns how many minutes the zone is ahead of UTC, as time_argument_parse_zone wrote it; 0 for
 * NULL and "". */
int time_argument_zone_minutes(const char *zone);

#endif
