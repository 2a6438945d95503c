#include "grammar/search/phrase_context.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/path_bounds.h"

/* Cuts the first of `words` that `text` begins with off it. */
static bool cut_word(struct span *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct span word = span_of(words[i]);
        if (!span_starts_with_ignoring_case(*text, word))
            continue;
        *text = span_trim(span_slice(*text, word.length, text->length));
        return true;
    }
    return false;
}

/* True for "events: 0", "count=0" and "= 0": nothing has happened; and for "limit = 1000": a
 * setting is named like the error of exceeding it. */
static bool is_count_or_setting(struct span after)
{
    static const char *const counts[] = {"events", "event", "errors", "count", "times"};
    static const char *const settings[] = {"limit", "threshold", "setting"};
    after = span_trim(after);
    bool is_setting = cut_word(&after, settings, COUNT_OF(settings));
    if (!is_setting)
        cut_word(&after, counts, COUNT_OF(counts));
    if (after.length == 0 || (after.bytes[0] != ':' && after.bytes[0] != '='))
        return false;
    after = span_trim(span_slice(after, 1, after.length));
    if (after.length == 0 || !ascii_is_digit(after.bytes[0]))
        return false;
    char next = after.length > 1 ? after.bytes[1] : ' ';
    bool is_zero =
        after.bytes[0] == '0' && next != 'x' && next != 'X' && next != '.' && !ascii_is_digit(next);
    return is_setting || is_zero;
}

bool phrase_is_asserted(struct span text, size_t start, size_t end)
{
    return !is_count_or_setting(span_slice(text, end, text.length)) &&
           !path_bounds_contain(text, start, end);
}
