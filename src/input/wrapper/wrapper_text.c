#include "input/wrapper/wrapper_text.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/utf8.h"

enum { ESCAPE = 0x1B, BELL = 0x07, MAX_SEQUENCE_BYTES = 256 };

/* Returns the length of "[31m", "[K" ... at `at`; 0 if there is none. */
static size_t control_length(struct span text, size_t at)
{
    size_t end = at + 1;
    if (at >= text.length || text.bytes[at] != '[')
        return 0;
    while (end < text.length && text.bytes[end] >= 0x20 && text.bytes[end] <= 0x3F)
        end++;
    bool is_complete = end < text.length && text.bytes[end] >= 0x40 && text.bytes[end] <= 0x7E;
    return is_complete ? end + 1 - at : 0;
}

/* Returns the length of the text of a link or title, "]8;;file://x" up to its end. */
static size_t command_length(struct span text, size_t at)
{
    for (size_t end = at + 1; end < text.length && end - at < MAX_SEQUENCE_BYTES; end++) {
        if (text.bytes[end] == BELL)
            return end + 1 - at;
        if (text.bytes[end] == ESCAPE)
            return end + 1 < text.length && text.bytes[end + 1] == '\\' ? end + 2 - at : 0;
    }
    return 0;
}

static size_t color_length(struct span text, size_t at)
{
    if (text.bytes[at] == '^' && at + 1 < text.length && text.bytes[at + 1] == '[') {
        size_t length = control_length(text, at + 2);
        char last = length > 0 ? text.bytes[at + 1 + length] : '\0';
        return last == 'm' || last == 'K' ? length + 2 : 0;
    }
    if (text.bytes[at] != ESCAPE)
        return 0;
    if (at + 1 < text.length && text.bytes[at + 1] == ']')
        return 1 + command_length(text, at + 1);
    size_t length = control_length(text, at + 1);
    if (length == 0 && at + 2 < text.length && text.bytes[at + 1] == '(')
        length = 2; /* a change of the character set */
    return 1 + length;
}

bool wrapper_text_resets_colors(struct span text)
{
    static const char *const resets[] = {"\x1B[m",   "\x1B[0m", "\x1B[0;m", "\x1B[00m", "\x1B[K",
                                         "\x1B[39m", "^[[m",    "^[[0m",    "^[[K"};
    if (span_find_byte(text, ESCAPE) == text.length && span_find_byte(text, '^') == text.length)
        return false;
    for (size_t i = 0; i < COUNT_OF(resets); i++)
        if (span_find(text, span_of(resets[i])) < text.length)
            return true;
    return false;
}

bool wrapper_text_uncolor(struct span text, struct buffer *out, struct fault *fault)
{
    size_t start = 0;
    size_t at = 0;
    while (at < text.length) {
        bool may_begin = text.bytes[at] == ESCAPE || text.bytes[at] == '^';
        size_t length = may_begin ? color_length(text, at) : 0;
        if (length > 0 && !buffer_append(out, span_slice(text, start, at), fault))
            return false;
        at += length > 0 ? length : 1;
        start = length > 0 ? at : start;
    }
    return buffer_append(out, span_slice(text, start, at), fault);
}

size_t wrapper_text_invisible_length(struct span text, size_t at)
{
    uint32_t character;
    if (ascii_contains(text.bytes[at]))
        return 0;
    size_t length = utf8_read(span_slice(text, at, text.length), &character);
    bool is_invisible = character == 0xAD || character == 0xFEFF || character == 0x2060 ||
                        (character >= 0x200B && character <= 0x200F) ||
                        (character >= 0x202A && character <= 0x202E) ||
                        (character >= 0x2066 && character <= 0x2069);
    return is_invisible ? length : 0;
}

/* True if no name needs the invisible characters from `start` to `end`: ASCII is on both sides, or
 * a separator of paths before them. */
static bool is_spare(struct span text, size_t start, size_t end)
{
    return (start > 0 && span_is_path_separator(text.bytes[start - 1])) ||
           ((start == 0 || ascii_contains(text.bytes[start - 1])) &&
            (end == text.length || ascii_contains(text.bytes[end])));
}

bool wrapper_text_show(struct span text, struct buffer *out, struct fault *fault)
{
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        while (end < text.length && wrapper_text_invisible_length(text, end) == 0)
            end++;
        if (!buffer_append(out, span_slice(text, at, end), fault))
            return false;
        at = end;
        for (size_t length = 1; end < text.length && length > 0; end += length)
            length = wrapper_text_invisible_length(text, end);
        if (!is_spare(text, at, end) && !buffer_append(out, span_slice(text, at, end), fault))
            return false;
        at = end;
    }
    return true;
}

/* Returns the length of the space at `at` that is none of ASCII, or 0. `is_wide`: it is the
 * ideographic one. */
static size_t blank_length(struct span text, size_t at, bool *is_wide)
{
    uint32_t character;
    if (ascii_contains(text.bytes[at]))
        return 0;
    size_t length = utf8_read(span_slice(text, at, text.length), &character);
    *is_wide = character == 0x3000;
    bool is_blank = *is_wide || character == 0xA0 || (character >= 0x2000 && character <= 0x200A) ||
                    character == 0x202F || character == 0x205F;
    return is_blank ? length : 0;
}

bool wrapper_text_has_blanks(struct span text)
{
    bool is_wide;
    for (size_t at = utf8_ascii_length(text); at < text.length; at++)
        if (blank_length(text, at, &is_wide) > 0)
            return true;
    return false;
}

/* True if a code begins in `text`, after brackets. */
static bool begins_with_code(struct span text)
{
    size_t at = 0;
    while (at < text.length && (text.bytes[at] == '(' || text.bytes[at] == '['))
        at++;
    return at + 1 < text.length && text.bytes[at] == '0' &&
           ascii_to_lower(text.bytes[at + 1]) == 'x';
}

bool wrapper_text_plain_blanks(struct span text, struct buffer *out, struct fault *fault)
{
    bool is_in_path = false;
    for (size_t at = 0; at < text.length;) {
        bool is_wide = false;
        size_t length = blank_length(text, at, &is_wide);
        size_t end = at + (length > 0 ? length : 1);
        bool is_replaced = length > 0 && (!is_wide || !is_in_path ||
                                          begins_with_code(span_slice(text, end, text.length)));
        if (is_replaced ? !buffer_append_byte(out, ' ', fault)
                        : !buffer_append(out, span_slice(text, at, end), fault))
            return false;
        is_in_path |= text.bytes[at] == '\\';
        at = end;
    }
    return true;
}
