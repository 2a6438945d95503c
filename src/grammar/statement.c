#include "grammar/statement.h"

#include "base/path_reach.h"

/* "events: 0", "count=0", "= 0": nothing has happened. */
static bool is_counted_zero(struct span behind)
{
    static const char *const words[] = {"events", "event", "errors", "count", "times"};
    behind = span_trim(behind);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct span word = span_of(words[i]);
        if (span_starts_with_ignoring_case(behind, word)) {
            behind = span_trim(span_slice(behind, word.length, behind.length));
            break;
        }
    }
    if (behind.length == 0 || (behind.bytes[0] != ':' && behind.bytes[0] != '='))
        return false;
    behind = span_trim(span_slice(behind, 1, behind.length));
    if (behind.length == 0 || behind.bytes[0] != '0')
        return false;
    char next = behind.length > 1 ? behind.bytes[1] : ' ';
    return next != 'x' && next != 'X' && next != '.' && (next < '0' || next > '9');
}

bool statement_is_made(struct span text, size_t start, size_t end)
{
    return !is_counted_zero(span_slice(text, end, text.length)) && !path_reaches(text, start, end);
}
