#include "input/wrapper/screen_break.h"

#include <stdint.h>
#include <string.h>

#include "input/wrapper/text_cursor.h"
#include "text/utf8.h"

enum {
    MIN_WIDTH = 60,
    MAX_WIDTH = 400,
    TAB_COLUMNS = 8,
    /* What is lost at the end of a line that was broken in the gap between two columns. */
    MAX_GAP_COLUMNS = 16,
    MIN_PARTS_PERCENT = 15, /* of all lines, and as many begin records */
    FULL_PERCENT = 80       /* of the lines before one that begins no record */
};

/* Returns how many columns the characters take. */
static size_t width_of_characters(struct span text)
{
    size_t width = utf8_ascii_length(text);
    for (size_t at = width; at < text.length;) {
        uint32_t character;
        size_t length = utf8_read(span_slice(text, at, text.length), &character);
        bool is_wide = (character >= 0x1100 && character <= 0x115F) ||
                       (character >= 0x2E80 && character <= 0xD7A3) ||
                       (character >= 0xF900 && character <= 0xFAFF) ||
                       (character >= 0xFF00 && character <= 0xFF60);
        width += 1 + (size_t)is_wide;
        at += length > 0 ? length : 1;
    }
    return width;
}

/* Returns how many columns the text takes on a screen, tabs too. */
static size_t width_of(struct span text)
{
    size_t width = 0;
    for (;;) {
        size_t tab = span_find_byte(text, '\t');
        width += width_of_characters(span_slice(text, 0, tab));
        if (tab == text.length)
            return width;
        width += TAB_COLUMNS - width % TAB_COLUMNS;
        text_cursor_skip(&text, tab + 1);
    }
}

/* Takes up to `most` digits, hexadecimal ones. */
static bool take_hex(struct span *text, size_t most)
{
    size_t count = 0;
    while (count < text->length && count <= most && ascii_hex_digit(text->bytes[count]) >= 0)
        count++;
    if (count == 0 || count > most)
        return false;
    text_cursor_skip(text, count);
    return true;
}

/* True for "0AB0 0974 08/04 13:16:29", without its first columns, too. */
static bool begins_trace(struct span line)
{
    struct span text = line;
    struct span rest;
    text_cursor_take_blanks(&text);
    rest = text;
    if (take_hex(&rest, 8) && text_cursor_take_blanks(&rest) && take_hex(&rest, 8) &&
        text_cursor_take_blanks(&rest))
        text = rest;
    if (!text_cursor_take_number(&text, 2, NULL) || !text_cursor_take(&text, '/') ||
        !text_cursor_take_number(&text, 2, NULL) || !text_cursor_take_blanks(&text))
        return false;
    return text_cursor_take_number(&text, 2, NULL) && text_cursor_take(&text, ':');
}

/* True for a path or code, in quotes and brackets, too, and for a rule. */
static bool begins_entry(struct span line)
{
    struct span text = span_trim(line);
    while (text.length > 1 && memchr("\"'[(*- ", text.bytes[0], 7) != NULL)
        text_cursor_skip(&text, 1);
    if (text.length < 3)
        return true;
    bool is_path = (ascii_is_letter(text.bytes[0]) && text.bytes[1] == ':') ||
                   (text.bytes[0] == '\\' && text.bytes[1] == '\\');
    return is_path || (text.bytes[0] == '0' && ascii_to_lower(text.bytes[1]) == 'x');
}

static bool begins_record(const struct wrapper_step *step, struct span line)
{
    return step->is_trace ? begins_trace(line) : begins_entry(line);
}

/* True if the line is full, or the next word would not have fitted. */
static bool is_full(const struct wrapper_step *step, struct span line, struct span next)
{
    size_t width = width_of(line);
    struct span rest = next;
    struct span word = text_cursor_take_text(&rest);
    bool ends_at_gap = step->is_trace && width + MAX_GAP_COLUMNS >= step->width;
    return width <= step->width && (ends_at_gap || width + 1 + width_of(word) > step->width);
}

bool screen_break_is_between(const struct wrapper_step *step, struct span line, struct span next,
                             bool *is_word)
{
    if (span_trim(line).length == 0 || span_trim(next).length == 0 || begins_record(step, next) ||
        !is_full(step, line, next))
        return false;
    char last = line.bytes[line.length - 1];
    *is_word = !(step->is_hard && width_of(line) == step->width) &&
               strchr(" \t-\\(", last) == NULL && next.bytes[0] != ' ' && next.bytes[0] != '\t';
    return true;
}

bool screen_break_find(const struct span *lines, size_t count, struct wrapper_step *step)
{
    size_t parts = 0;
    size_t full = 0;
    size_t exact = 0;
    *step = (struct wrapper_step){.kind = WRAPPER_BREAKS};
    for (size_t i = 0; i < count; i++) {
        size_t width = lines[i].length <= 4 * MAX_WIDTH ? width_of(lines[i]) : MAX_WIDTH + 1;
        step->width = width > step->width ? width : step->width;
        step->is_trace |= begins_trace(lines[i]);
        if (step->width > MAX_WIDTH)
            return false;
    }
    if (step->width < MIN_WIDTH || step->width > MAX_WIDTH)
        return false;
    size_t records = count > 0 && begins_record(step, lines[0]);
    for (size_t i = 1; i < count; i++) {
        records += begins_record(step, lines[i]);
        if (span_trim(lines[i]).length == 0 || span_trim(lines[i - 1]).length == 0 ||
            begins_record(step, lines[i]))
            continue;
        parts++;
        full += is_full(step, lines[i - 1], lines[i]);
        exact += width_of(lines[i - 1]) == step->width;
    }
    step->is_hard = exact * 2 >= parts;
    return parts * 100 >= count * MIN_PARTS_PERCENT && records * 100 >= count * MIN_PARTS_PERCENT &&
           full > 0 && full * 100 >= parts * FULL_PERCENT;
}
