#include "report/list_name.h"

#include <stdio.h>

#include "base/ascii.h"
#include "text/log_date.h"

enum { MONTH, DAY, YEAR, HOUR, MINUTE, SECOND, NUMBER_COUNT };

static bool has_digit_at(struct span name, size_t at)
{
    return at < name.length && ascii_is_digit(name.bytes[at]);
}

/* Parses month, day, year, hour, minute and second, separated by underscores: four digits for the
 * year, one or two for the others. */
static bool read_numbers(struct span name, size_t at, int numbers[NUMBER_COUNT])
{
    for (int i = 0; i < NUMBER_COUNT; i++) {
        if (i > 0 && (at >= name.length || name.bytes[at++] != '_'))
            return false;
        size_t start = at;
        for (numbers[i] = 0; has_digit_at(name, at) && at - start < 4; at++)
            numbers[i] = numbers[i] * 10 + (name.bytes[at] - '0');
        size_t digits = at - start;
        if (i == YEAR ? digits != 4 : digits < 1 || digits > 2)
            return false;
    }
    return !has_digit_at(name, at);
}

struct datetime list_name_time(struct span name)
{
    for (size_t at = 0; at < name.length; at++) {
        int numbers[NUMBER_COUNT];
        if ((at > 0 && has_digit_at(name, at - 1)) || !read_numbers(name, at, numbers))
            continue;
        char date[32];
        char time[32];
        snprintf(date, sizeof date, "%d/%d/%d", numbers[MONTH], numbers[DAY], numbers[YEAR]);
        snprintf(time, sizeof time, "%02d:%02d:%02d", numbers[HOUR], numbers[MINUTE],
                 numbers[SECOND]);
        struct datetime datetime = log_date_read(span_of(date), span_of(time));
        datetime.order = DATETIME_ORDER_NONE;
        return datetime;
    }
    return (struct datetime){0};
}
