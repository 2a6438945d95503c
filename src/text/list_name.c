#include "text/list_name.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/log_date.h"

enum { NUMBER_COUNT = 6, YEAR = 2, HOUR = 3 };

/* A form of six numbers: a day, a month, a year, and a time of day. */
struct name_form {
    const char *separators[NUMBER_COUNT]; /* characters that may stand before each but the first */
    bool is_month_first;
};

static const struct name_form forms[] = {
    {.separators = {"", "_", "_", "_", "_", "_"}, .is_month_first = true},
    /* Backup_Error-18-06-2010_04-00-12.log */
    {.separators = {"", "-", "-", "_ -", "-", "-"}, .is_month_first = false},
};

static bool has_digit_at(struct span name, size_t at)
{
    return at < name.length && ascii_is_digit(name.bytes[at]);
}

static bool is_separator(struct span name, size_t at, const char *separators)
{
    return at < name.length && name.bytes[at] != '\0' && strchr(separators, name.bytes[at]) != NULL;
}

/* Parses the numbers of a form: four digits for the year, one or two for the others. */
static bool read_numbers(struct span name, size_t at, const struct name_form *form,
                         int numbers[NUMBER_COUNT])
{
    for (int i = 0; i < NUMBER_COUNT; i++) {
        if (i > 0 && !is_separator(name, at++, form->separators[i]))
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

static struct datetime time_of(const int numbers[NUMBER_COUNT], bool is_month_first)
{
    char date[32];
    char time[32];
    int month = numbers[is_month_first ? 0 : 1];
    int day = numbers[is_month_first ? 1 : 0];
    snprintf(date, sizeof date, "%04d-%02d-%02d", numbers[YEAR], month, day);
    snprintf(time, sizeof time, "%02d:%02d:%02d", numbers[HOUR], numbers[HOUR + 1],
             numbers[HOUR + 2]);
    return log_date_read(span_of(date), span_of(time));
}

struct datetime list_name_time(struct span name)
{
    for (size_t at = 0; at < name.length; at++) {
        int numbers[NUMBER_COUNT];
        if (!has_digit_at(name, at) || (at > 0 && has_digit_at(name, at - 1)))
            continue;
        for (size_t i = 0; i < COUNT_OF(forms); i++)
            if (read_numbers(name, at, &forms[i], numbers))
                return time_of(numbers, forms[i].is_month_first);
    }
    return (struct datetime){0};
}
