#include "text/quoted_moment.h"

#include <stddef.h>

#include "base/ascii.h"
#include "text/log_date.h"

enum { MOMENT_BYTES = 20, LEAST_FRACTION = 7, MOST_FRACTION = 9 };

/* The bytes of a mark between numbers at `at`; 0 if there is none. */
static size_t mark_at(struct span text, size_t at)
{
    static const char mark[] = "\xe2\x80\x8e"; /* left to right */
    struct span rest = span_slice(text, at, text.length);
    if (span_starts_with_ignoring_case(rest, span_of(mark)))
        return sizeof mark - 1;
    return rest.length > 0 && rest.bytes[0] == '?' ? 1 : 0;
}

/* True for the fraction and the zone of a moment, ".748719600Z", also where a table cuts its cells,
 * ".748...". */
static bool ends_moment(struct span text)
{
    size_t digits = 0;
    if (text.length == 0 || text.bytes[0] != '.')
        return false;
    text = span_slice(text, 1, text.length);
    while (digits < text.length && ascii_is_digit(text.bytes[digits]))
        digits++;
    struct span rest = span_slice(text, digits, text.length);
    bool is_whole = digits >= LEAST_FRACTION && digits <= MOST_FRACTION && rest.length > 0 &&
                    rest.bytes[0] == 'Z';
    bool is_cut = span_equals(rest, span_of("...")) || span_equals(rest, span_of("\xe2\x80\xa6"));
    return is_whole || (digits <= MOST_FRACTION && is_cut);
}

/* Copies the moment at `at` without marks and its fraction. Returns its length; 0 if it is none. */
static size_t copy_moment(struct span text, size_t at, char moment[MOMENT_BYTES])
{
    static const char form[] = "0000-00-00T00:00:00";
    size_t length = 0;
    for (; form[length] != '\0'; length++) {
        at += mark_at(text, at);
        if (at >= text.length || (form[length] == '0' ? !ascii_is_digit(text.bytes[at])
                                                      : text.bytes[at] != form[length]))
            return 0;
        moment[length] = text.bytes[at++];
    }
    moment[length++] = 'Z';
    return ends_moment(span_slice(text, at < text.length ? at : text.length, text.length)) ? length
                                                                                           : 0;
}

/* True if a digit or letter stands before `at`. */
static bool is_in_word(struct span text, size_t at)
{
    return at > 0 && ascii_is_letter_or_digit(text.bytes[at - 1]);
}

struct datetime quoted_moment_find(struct span text)
{
    enum { MOST_BYTES = 2000 };
    char moment[MOMENT_BYTES];
    text = span_slice(text, 0, text.length < MOST_BYTES ? text.length : MOST_BYTES);
    for (size_t at = 0; at + MOMENT_BYTES < text.length; at++) {
        bool may_begin = ascii_is_digit(text.bytes[at]) && at > 0 && !is_in_word(text, at) &&
                         text.bytes[at - 1] != ' ';
        size_t length = may_begin ? copy_moment(text, at, moment) : 0;
        if (length > 0)
            return log_date_read((struct span){moment, length}, (struct span){0});
    }
    return (struct datetime){0};
}
