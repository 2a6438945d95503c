#include "grammar/pattern_cursor.h"

#include <string.h>

#include "base/count_of.h"

static struct span rest_of(const struct pattern_cursor *cursor)
{
    return span_slice(cursor->expression, cursor->at, cursor->expression.length);
}

static bool starts_with(const struct pattern_cursor *cursor, const char *text)
{
    struct span rest = rest_of(cursor);
    return rest.length >= strlen(text) && memcmp(rest.bytes, text, strlen(text)) == 0;
}

char pattern_cursor_peek(const struct pattern_cursor *cursor, size_t ahead)
{
    size_t at = cursor->at + ahead;
    return at < cursor->expression.length ? cursor->expression.bytes[at] : '\0';
}

void pattern_cursor_skip_class(struct pattern_cursor *cursor)
{
    cursor->at++;
    cursor->at += pattern_cursor_peek(cursor, 0) == '^';
    cursor->at += pattern_cursor_peek(cursor, 0) == ']';
    while (!pattern_cursor_is_at_end(cursor) && pattern_cursor_peek(cursor, 0) != ']') {
        if (starts_with(cursor, "[:"))
            cursor->at += span_find(rest_of(cursor), span_of(":]")) + 2;
        else
            cursor->at += pattern_cursor_peek(cursor, 0) == '\\' ? 2 : 1;
    }
    cursor->at++;
}

void pattern_cursor_skip_group(struct pattern_cursor *cursor)
{
    size_t depth = 0;
    while (!pattern_cursor_is_at_end(cursor)) {
        char byte = pattern_cursor_peek(cursor, 0);
        if (byte == '[') {
            pattern_cursor_skip_class(cursor);
            continue;
        }
        depth += byte == '(';
        depth -= byte == ')';
        cursor->at += byte == '\\' ? 2 : 1;
        if (depth == 0)
            return;
    }
}

void pattern_cursor_skip_count(struct pattern_cursor *cursor)
{
    struct span rest = rest_of(cursor);
    size_t closing = span_find_byte(rest, '}');
    cursor->at += closing < rest.length ? closing + 1 : 1;
}

bool pattern_cursor_skip_caseless_switch(struct pattern_cursor *cursor)
{
    bool is_switch = starts_with(cursor, "(?i)");
    cursor->at += is_switch ? strlen("(?i)") : 0;
    return is_switch;
}

bool pattern_cursor_enter_group(struct pattern_cursor *cursor, bool *is_caseless)
{
    static const struct {
        const char *opening;
        bool is_caseless;
    } groups[] = {{"(?:", false}, {"(?>", false}, {"(?|", false}, {"(?=", false}, {"(?i:", true}};
    for (size_t i = 0; i < COUNT_OF(groups); i++) {
        if (starts_with(cursor, groups[i].opening)) {
            cursor->at += strlen(groups[i].opening);
            *is_caseless = *is_caseless || groups[i].is_caseless;
            return true;
        }
    }
    if (pattern_cursor_peek(cursor, 1) != '?' && pattern_cursor_peek(cursor, 1) != '*') {
        cursor->at++;
        return true;
    }
    bool is_named = starts_with(cursor, "(?<") && pattern_cursor_peek(cursor, 3) != '=' &&
                    pattern_cursor_peek(cursor, 3) != '!';
    if (!is_named)
        return false;
    cursor->at += span_find_byte(rest_of(cursor), '>') + 1;
    return true;
}
