#include "base/moment.h"

#include <stdio.h>

bool moment_is_set(struct moment moment)
{
    return moment.month != 0;
}

static int64_t moment_order(struct moment moment)
{
    int64_t order = moment.year;
    order = order * 13 + moment.month;
    order = order * 32 + moment.day;
    order = order * 25 + moment.hour;
    order = order * 60 + moment.minute;
    order = order * 61 + moment.second;
    return order * 1000 + moment.millisecond;
}

int moment_compare(struct moment a, struct moment b)
{
    int64_t left = moment_order(a);
    int64_t right = moment_order(b);
    return (left > right) - (left < right);
}

const char *moment_format(struct moment moment, const char *zone, char text[MOMENT_TEXT_BYTES])
{
    text[0] = '\0';
    if (!moment_is_set(moment))
        return text;
    char year[8] = "-";
    if (moment.year != 0)
        snprintf(year, sizeof year, "%04d", moment.year);
    int length = snprintf(text, MOMENT_TEXT_BYTES, "%s-%02u-%02u", year, moment.month, moment.day);
    if (!moment.has_time)
        return text;
    length += snprintf(text + length, (size_t)(MOMENT_TEXT_BYTES - length), "T%02u:%02u:%02u",
                       moment.hour, moment.minute, moment.second);
    if (moment.has_milliseconds)
        length += snprintf(text + length, (size_t)(MOMENT_TEXT_BYTES - length), ".%03u",
                           moment.millisecond);
    snprintf(text + length, (size_t)(MOMENT_TEXT_BYTES - length), "%.10s", zone);
    return text;
}
