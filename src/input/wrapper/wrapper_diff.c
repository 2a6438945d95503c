#include "input/wrapper/wrapper_diff.h"

#include <string.h>

#include "base/count_of.h"
#include "input/wrapper/text_cursor.h"

enum { MAX_DIGITS = 9 };

/* "12", "12,15". */
static bool take_range(struct span *text)
{
    return text_cursor_take_number(text, MAX_DIGITS, NULL) &&
           (!text_cursor_take(text, ',') || text_cursor_take_number(text, MAX_DIGITS, NULL));
}

/* "@@ -1,7 +1,9 @@". */
static bool is_place(struct span text)
{
    return text_cursor_take_word(&text, "@@ -") && take_range(&text) &&
           text_cursor_take_word(&text, " +") && take_range(&text) &&
           text_cursor_take_word(&text, " @@");
}

/* "12a13,15", which stands alone in the other form. */
static bool is_command(struct span text)
{
    return take_range(&text) &&
           (text_cursor_take(&text, 'a') || text_cursor_take(&text, 'c') ||
            text_cursor_take(&text, 'd')) &&
           take_range(&text) && text.length == 0;
}

/* True for what a diff says about the files and not of them. */
static bool is_frame(struct span text)
{
    static const char *const heads[] = {
        "--- ", "+++ ", "diff ", "index ", "new file mode ", "\\ No newline", "deleted file mode "};
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        if (span_starts_with_ignoring_case(text, span_of(heads[i])))
            return true;
    return is_place(text) || is_command(text) || span_equals(text, span_of("---"));
}

/* True if each line has a mark and a text right behind it, and not all the same mark: a diff of a
 * log that was pasted without what says where it is. */
static bool has_mixed_marks(const struct span *lines, size_t count)
{
    bool is_mixed = false;
    char first = '\0';
    for (size_t i = 0; i < count; i++) {
        char mark = text_cursor_peek(&lines[i]);
        if (lines[i].length == 0)
            continue;
        if (strchr("+- ", mark) == NULL || lines[i].length < 2 ||
            strchr("+- \t=|", lines[i].bytes[1]) != NULL)
            return false;
        first = first == '\0' ? mark : first;
        is_mixed = is_mixed || mark != first;
    }
    return is_mixed;
}

bool wrapper_diff_is_evident(const struct span *lines, size_t count)
{
    for (size_t i = 0; i + 1 < count; i++) {
        char next = text_cursor_peek(&lines[i + 1]);
        if ((is_place(lines[i]) && (next == '+' || next == '-' || next == ' ')) ||
            (is_command(lines[i]) && (next == '<' || next == '>')))
            return true;
    }
    return has_mixed_marks(lines, count);
}

bool wrapper_diff_has_mark(struct span *text)
{
    char mark = text_cursor_peek(text);
    bool is_arrow = (mark == '<' || mark == '>') && text->length > 1 && text->bytes[1] == ' ';
    return mark == '+' || mark == '-' || mark == ' ' || is_arrow || is_frame(*text);
}

void wrapper_diff_take(struct span *text)
{
    if (is_frame(*text)) {
        text->length = 0;
        return;
    }
    if (text_cursor_take_word(text, "< ") || text_cursor_take_word(text, "> "))
        return;
    if (!text_cursor_take(text, '+') && !text_cursor_take(text, '-'))
        text_cursor_take(text, ' ');
}
