#include "input/wrapper/screen_width.h"

#include <stdint.h>
#include <utf8proc.h>

#include "text/utf8.h"

enum { TAB_COLUMNS = 8 };

static bool is_wide(uint32_t character)
{
    return utf8proc_charwidth((utf8proc_int32_t)character) == 2;
}

/* Returns how many columns the characters take. */
static size_t width_of_characters(struct span text)
{
    size_t width = utf8_ascii_length(text);
    for (size_t at = width; at < text.length;) {
        uint32_t character;
        size_t length = utf8_read(span_slice(text, at, text.length), &character);
        width += 1 + (size_t)is_wide(character);
        at += length > 0 ? length : 1;
    }
    return width;
}

size_t screen_width_of(struct span text)
{
    size_t width = 0;
    for (;;) {
        size_t tab = span_find_byte(text, '\t');
        width += width_of_characters(span_slice(text, 0, tab));
        if (tab == text.length)
            return width;
        width += TAB_COLUMNS - width % TAB_COLUMNS;
        text = span_slice(text, tab + 1, text.length);
    }
}

bool screen_width_begins_wide(struct span text)
{
    uint32_t character;
    return utf8_read(text, &character) > 0 && is_wide(character);
}

bool screen_width_ends_wide(struct span text)
{
    size_t start = text.length;
    while (start > 0 && utf8_is_continuation(text.bytes[start - 1]))
        start--;
    return start > 0 && screen_width_begins_wide(span_slice(text, start - 1, text.length));
}
