#include "grammar/search/phrase_context.h"

#include "base/ascii.h"
#include "text/path_bounds.h"

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

/* "events: 0", "count=0", "= 0": nothing has happened. "limit = 1000": a setting is called as the
 * error of those who break it. */
static bool is_mere_value(struct span behind)
{
    static const char *const counts[] = {"events", "event", "errors", "count", "times"};
    static const char *const settings[] = {"limit", "threshold", "setting"};
    behind = span_trim(behind);
    bool is_setting = cut_word(&behind, settings, sizeof settings / sizeof *settings);
    if (!is_setting)
        cut_word(&behind, counts, sizeof counts / sizeof *counts);
    if (behind.length == 0 || (behind.bytes[0] != ':' && behind.bytes[0] != '='))
        return false;
    behind = span_trim(span_slice(behind, 1, behind.length));
    if (behind.length == 0 || !ascii_is_digit(behind.bytes[0]))
        return false;
    char next = behind.length > 1 ? behind.bytes[1] : ' ';
    bool is_zero = behind.bytes[0] == '0' && next != 'x' && next != 'X' && next != '.' &&
                   !ascii_is_digit(next);
    return is_setting || is_zero;
}

bool phrase_is_asserted(struct span text, size_t start, size_t end)
{
    return !is_mere_value(span_slice(text, end, text.length)) &&
           !path_bounds_contain(text, start, end);
}
