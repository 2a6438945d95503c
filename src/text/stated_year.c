#include "text/stated_year.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/log_date.h"
#include "text/word_search.h"

enum {
    YEAR_DIGITS = 4,
    MONTH_AND_DAY_BYTES = 5, /* 07/21 */
    MOST_HEAD_BYTES = 48,    /* before the end of a line's own date */
    MOST_LINE_BYTES = 1024   /* on either side of a date: its line is sought for each of them */
};

static bool is_digit_at(struct span text, size_t at)
{
    return at < text.length && ascii_is_digit(text.bytes[at]);
}

static bool is_word_at(struct span text, size_t at)
{
    return at < text.length && ascii_is_word_byte(text.bytes[at]);
}

/* The date without a year in a column at the start of the line, 07/21; unset without one. */
static struct datetime own_date(struct span line)
{
    size_t end = line.length < MOST_HEAD_BYTES ? line.length : MOST_HEAD_BYTES;
    for (size_t at = 0; at + MONTH_AND_DAY_BYTES < end; at++) {
        char after = line.bytes[at + MONTH_AND_DAY_BYTES];
        bool is_column = (at == 0 || span_is_blank(line.bytes[at - 1])) && span_is_blank(after);
        if (is_column && line.bytes[at + 2] == '/')
            return log_date_read(span_slice(line, at, at + MONTH_AND_DAY_BYTES), (struct span){0});
    }
    return (struct datetime){0};
}

/* The date around the year at `at`: 2023-07-21 or 7/21/2023; unset if that is none. */
static struct datetime date_at(struct span text, size_t at, size_t *end)
{
    size_t start = at;
    *end = at + YEAR_DIGITS;
    if (*end < text.length && text.bytes[*end] == '-')
        while (is_digit_at(text, *end) || (*end < text.length && text.bytes[*end] == '-'))
            ++*end;
    else
        while (start > 0 && (is_digit_at(text, start - 1) || text.bytes[start - 1] == '/'))
            start--;
    bool is_whole = (start == 0 || !is_word_at(text, start - 1)) && !is_digit_at(text, *end) &&
                    *end - start > YEAR_DIGITS;
    return is_whole ? log_date_read(span_slice(text, start, *end), (struct span){0})
                    : (struct datetime){0};
}

static bool is_near(struct datetime own, struct datetime stated)
{
    own.year = stated.year;
    return llabs(datetime_days(own) - datetime_days(stated)) <= 1;
}

/* The line around the year at `at`; empty if it is too long. */
static struct span line_around(struct span text, size_t at)
{
    size_t least = at > MOST_LINE_BYTES ? at - MOST_LINE_BYTES : 0;
    size_t most = text.length - at > MOST_LINE_BYTES ? at + MOST_LINE_BYTES : text.length;
    size_t start = at;
    while (start > least && text.bytes[start - 1] != '\n')
        start--;
    if (start == least && least > 0)
        return (struct span){0};
    return span_slice(text, start, at + span_find_byte(span_slice(text, at, most), '\n'));
}

/* True if the line tells of a day that is not its own. */
static bool tells_other_day(struct span line)
{
    static const char *const words[] = {"expir", "retention", "oldest", "valid", "certificate"};
    return word_search_contains_any(line, words, COUNT_OF(words));
}

/* Moves `*at` to the next "20". */
static void find_century(struct span text, size_t *at)
{
    struct span rest = span_slice(text, *at, text.length);
    *at += span_find(rest, span_of("20"));
}

struct datetime stated_year_next(struct span text, size_t *at)
{
    find_century(text, at);
    while (*at < text.length) {
        size_t end = *at + 1;
        bool is_year = is_digit_at(text, *at + 2) && is_digit_at(text, *at + 3);
        struct datetime date = is_year ? date_at(text, *at, &end) : (struct datetime){0};
        struct span line = date.year != 0 ? line_around(text, *at) : (struct span){0};
        struct datetime own = own_date(line);
        *at = end;
        if (datetime_is_set(own) && own.year == 0 && is_near(own, date) && !tells_other_day(line))
            return date;
        find_century(text, at);
    }
    return (struct datetime){0};
}
