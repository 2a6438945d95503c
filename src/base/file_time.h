/* The times of files and members as moments. */
#ifndef MARSIFT_BASE_FILE_TIME_H
#define MARSIFT_BASE_FILE_TIME_H

#include <stdint.h>

#include "base/datetime.h"

/* `seconds` since 1970-01-01 00:00 UTC as a UTC date and time; the unset moment when the year has
 * not four digits. */
struct moment stamp_of_seconds(int64_t seconds);

#endif
