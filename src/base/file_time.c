#include "base/file_time.h"

#include <time.h>

struct moment stamp_of_seconds(int64_t seconds)
{
    time_t when = (time_t)seconds;
    struct tm date;
    if (gmtime_r(&when, &date) == NULL || date.tm_year < -900 || date.tm_year > 9999 - 1900)
        return (struct moment){0};
    return (struct moment){.year = (int16_t)(date.tm_year + 1900),
                           .month = (uint8_t)(date.tm_mon + 1),
                           .day = (uint8_t)date.tm_mday,
                           .hour = (uint8_t)date.tm_hour,
                           .minute = (uint8_t)date.tm_min,
                           .second = (uint8_t)(date.tm_sec > 59 ? 59 : date.tm_sec),
                           .has_time = true};
}
