#include "verdict/path_message.h"

#include "base/ascii.h"
#include "base/count_of.h"

static struct span without_trailing(struct span text, const char *const marks[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct span mark = span_of(marks[i]);
        if (!span_ends_with_ignoring_case(text, mark))
            continue;
        text.length -= mark.length;
        i = (size_t)-1; /* start again: more may follow, in any order */
    }
    return text;
}

/* Cuts what may separate a path from the message after it. */
static struct span without_trailing_separators(struct span text)
{
    static const char *const separators[] = {" ",  "\t", ",", ";",  ":",  "-",  "(",  "[",
                                             "\"", "'",  "|", "：", "（", "、", "，", "；"};
    return without_trailing(text, separators, COUNT_OF(separators));
}

/* Cuts what may close the brackets around a message. Without a message they are part of the name.
 */
static struct span without_closing_brackets(struct span text)
{
    static const char *const brackets[] = {")", "]", "\"", "'", "）"};
    return without_trailing(text, brackets, COUNT_OF(brackets));
}

/* True if a message that begins at `start` is no part of the name: more than a blank separates
 * them, or the name is complete without it ("report.docx Access is denied."). */
static bool is_after_name(struct span path, size_t start)
{
    struct span gap_before = span_slice(path, 0, start);
    struct span name = without_trailing_separators(gap_before);
    for (size_t i = name.length; i < start; i++)
        if (path.bytes[i] != ' ')
            return name.length > 0;
    if (name.length == start || name.length == 0)
        return false;
    size_t dot = name.length;
    while (dot > 0 && name.length - dot < 6 && name.bytes[dot - 1] != '.')
        dot--;
    return dot > 0 && name.bytes[dot - 1] == '.' && dot < name.length;
}

bool path_message_cut(const struct catalog *catalog, struct span *path, uint32_t *code)
{
    size_t start = 0;
    /* Look for blanks and bytes beyond ASCII first, since most paths have no message. */
    struct span text = without_closing_brackets(*path);
    bool may_have_message = span_find_byte(text, ' ') < text.length ||
                            (text.length > 0 && !ascii_contains(text.bytes[text.length - 1]));
    if (!may_have_message || !catalog_system_message(catalog, text, code, &start) ||
        !is_after_name(text, start))
        return false;
    *path = without_trailing_separators(span_slice(*path, 0, start));
    return true;
}
