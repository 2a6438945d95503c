/* Reads the front of a text, piece by piece: each function takes off what it accepts and returns
 * true, or leaves the text as it is. */
#ifndef MARSIFT_INPUT_WRAPPER_TEXT_CURSOR_H
#define MARSIFT_INPUT_WRAPPER_TEXT_CURSOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ascii.h"
#include "base/span.h"

static inline void text_cursor_skip(struct span *text, size_t count)
{
    *text = span_slice(*text, count, text->length);
}

/* Returns the first byte; NUL if there is none. */
static inline char text_cursor_peek(const struct span *text)
{
    return text->length > 0 ? text->bytes[0] : '\0';
}

static inline bool text_cursor_take(struct span *text, char byte)
{
    if (text->length == 0 || text->bytes[0] != byte)
        return false;
    text_cursor_skip(text, 1);
    return true;
}

static inline bool text_cursor_take_word(struct span *text, const char *word)
{
    size_t length = strlen(word);
    if (text->length < length || memcmp(text->bytes, word, length) != 0)
        return false;
    text_cursor_skip(text, length);
    return true;
}

/* Takes blanks and tabs. True if there was one. */
static inline bool text_cursor_take_blanks(struct span *text)
{
    size_t count = 0;
    while (count < text->length && (text->bytes[count] == ' ' || text->bytes[count] == '\t'))
        count++;
    text_cursor_skip(text, count);
    return count > 0;
}

/* Takes 1 to `most` digits, and no digit may follow. `number` may be NULL. */
static inline bool text_cursor_take_number(struct span *text, size_t most, size_t *number)
{
    size_t count = 0;
    size_t value = 0;
    for (; count < text->length && ascii_is_digit(text->bytes[count]); count++) {
        if (count == most)
            return false;
        value = value * 10 + (size_t)(text->bytes[count] - '0');
    }
    if (count == 0)
        return false;
    if (number != NULL)
        *number = value;
    text_cursor_skip(text, count);
    return true;
}

/* Takes everything up to a blank or tab, at least one byte; empty if there is none. */
static inline struct span text_cursor_take_text(struct span *text)
{
    size_t count = 0;
    while (count < text->length && text->bytes[count] != ' ' && text->bytes[count] != '\t')
        count++;
    struct span taken = span_slice(*text, 0, count);
    text_cursor_skip(text, count);
    return taken;
}

#endif
