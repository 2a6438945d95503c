#include "input/wrapper/screen_break.h"

#include <string.h>

#include "input/wrapper/screen_width.h"
#include "input/wrapper/sentence_break.h"
#include "input/wrapper/text_cursor.h"

enum {
    MIN_WIDTH = 60,
    MAX_WIDTH = 400,
    /* What is lost at the end of a line that was broken in the gap between two columns. */
    MAX_GAP_COLUMNS = 16,
    MIN_PARTS_PERCENT = 15, /* of all lines, and as many begin records */
    FULL_PERCENT = 80       /* of the lines before one that begins no record */
};

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
    size_t width = screen_width_of(line);
    struct span rest = next;
    struct span word = text_cursor_take_text(&rest);
    bool ends_at_gap = step->is_trace && width + MAX_GAP_COLUMNS >= step->width;
    return width <= step->width && (ends_at_gap || width + 1 + screen_width_of(word) > step->width);
}

bool screen_break_is_between(const struct wrapper_step *step, struct span line, struct span next,
                             bool *is_word)
{
    if (step->is_sentence)
        return sentence_break_is_between(step, line, next, is_word);
    if (span_trim(line).length == 0 || span_trim(next).length == 0 || begins_record(step, next) ||
        !is_full(step, line, next))
        return false;
    char last = line.bytes[line.length - 1];
    *is_word = !(step->is_hard && screen_width_of(line) == step->width) &&
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
        size_t width = lines[i].length <= 4 * MAX_WIDTH ? screen_width_of(lines[i]) : MAX_WIDTH + 1;
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
        exact += screen_width_of(lines[i - 1]) == step->width;
    }
    step->is_hard = exact * 2 >= parts;
    return parts * 100 >= count * MIN_PARTS_PERCENT && records * 100 >= count * MIN_PARTS_PERCENT &&
           full > 0 && full * 100 >= parts * FULL_PERCENT;
}
