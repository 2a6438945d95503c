#include "input/wrapper/wrapper_prefix.h"

#include <string.h>

#include "base/count_of.h"
#include "input/wrapper/text_cursor.h"

enum { MAX_DIGITS = 9, MAX_FILE_BYTES = 400, MAX_EXTENSION_BYTES = 12, MAX_LABEL_BYTES = 16 };

const char wrapper_prefix_marks[] = ":)].|\t ";

static const char drawn_bar[] = "\xE2\x94\x82";

/* What editors write before a number, in any language: "Line ", "#", "[". */
static void take_label(struct span *text)
{
    struct span rest = *text;
    if (text_cursor_take(text, '[') || text_cursor_take(text, '(') || text_cursor_take(text, '#'))
        return;
    size_t length = text_cursor_take_text(&rest).length;
    bool is_word = length > 0 && length <= MAX_LABEL_BYTES && rest.length > 0;
    for (size_t i = 0; is_word && i < length; i++)
        is_word = ascii_is_letter(text->bytes[i]) || !ascii_contains(text->bytes[i]);
    text_cursor_take_blanks(&rest);
    if (is_word && ascii_is_digit(text_cursor_peek(&rest)))
        *text = rest;
}

/* Takes the mark after a number, and one blank where people expect one. */
static bool take_mark(char mark, struct span *text)
{
    struct span rest = *text;
    if (mark == '\t' || mark == ' ') {
        if (!text_cursor_take(&rest, mark))
            return false;
        *text = rest;
        return true;
    }
    if (text_cursor_take(&rest, '-')) {
        *text = rest;
        return mark == ':';
    }
    text_cursor_take_blanks(&rest);
    if (!text_cursor_take(&rest, mark) && !(mark == '|' && text_cursor_take_word(&rest, drawn_bar)))
        return false;
    if (!text_cursor_take(&rest, ' '))
        text_cursor_take(&rest, '\t');
    *text = rest;
    return true;
}

bool wrapper_prefix_number(const struct wrapper_step *step, struct span *text, size_t *number)
{
    struct span rest = *text;
    text_cursor_take_blanks(&rest);
    take_label(&rest);
    if (!text_cursor_take_number(&rest, MAX_DIGITS, number))
        return false;
    if (step->has_columns) {
        bool has_column = text_cursor_take(&rest, ',') || text_cursor_take(&rest, ':');
        if (!has_column || !text_cursor_take_number(&rest, MAX_DIGITS, NULL))
            return false;
    }
    if (!take_mark(step->mark, &rest))
        return false;
    *text = rest;
    return true;
}

/* True if `name` ends with an extension that has a letter in it. */
static bool has_extension(struct span name)
{
    bool has_letter = false;
    for (size_t length = 0; length < name.length && length <= MAX_EXTENSION_BYTES; length++) {
        char byte = name.bytes[name.length - 1 - length];
        if (byte == '.')
            return has_letter && length + 1 < name.length;
        if (!ascii_is_letter_or_digit(byte))
            return false;
        has_letter |= ascii_is_letter(byte);
    }
    return false;
}

/* Takes "12:" or "12-", in brackets "12):", whatever began with `mark`. */
static bool take_line_number(const struct wrapper_step *step, char mark, struct span *text)
{
    if (!text_cursor_take_number(text, MAX_DIGITS, NULL))
        return false;
    if (mark == '(')
        return text_cursor_take(text, ')') && text_cursor_take(text, ':');
    if (!text_cursor_take(text, mark))
        return false;
    return !step->has_columns || mark != ':' ||
           (text_cursor_take_number(text, MAX_DIGITS, NULL) && text_cursor_take(text, ':'));
}

static bool is_two_digits(struct span text, size_t at)
{
    return at + 2 <= text.length && ascii_is_digit(text.bytes[at]) &&
           ascii_is_digit(text.bytes[at + 1]) &&
           (at + 2 == text.length || !ascii_is_digit(text.bytes[at + 2]));
}

/* True if the colon at `colon` is the first of a time of day, "2024-09-13 22:00:01", whose minutes
 * and seconds look like the numbers of lines as they rise. */
static bool is_in_time(struct span text, size_t colon)
{
    bool has_hour = colon >= 2 && is_two_digits(text, colon - 2) &&
                    (colon == 2 || !ascii_is_letter_or_digit(text.bytes[colon - 3]) ||
                     text.bytes[colon - 3] == 'T');
    return text.bytes[colon] == ':' && has_hour && is_two_digits(text, colon + 1) &&
           colon + 3 < text.length && text.bytes[colon + 3] == ':' &&
           is_two_digits(text, colon + 4);
}

/* True if a name ends at `end` of `text`, which is a mark; `rest` is what follows its number. */
static bool ends_name(const struct wrapper_step *step, struct span text, size_t end,
                      struct span *rest)
{
    struct span name = span_slice(text, 0, end);
    char mark = text.bytes[end];
    *rest = span_slice(text, end + 1, text.length);
    if (is_in_time(text, end))
        return false;
    if (step->has_numbers)
        return (mark == ':' || has_extension(name)) && take_line_number(step, mark, rest);
    return mark != '(' && has_extension(name);
}

bool wrapper_prefix_file(const struct wrapper_step *step, struct span *text, struct span *file)
{
    struct span start = *text;
    while (text_cursor_take(&start, ' ') || text_cursor_take(&start, '\t') ||
           text_cursor_take(&start, '>'))
        continue;
    bool has_drive = start.length > 2 && ascii_is_letter(start.bytes[0]) && start.bytes[1] == ':' &&
                     span_is_path_separator(start.bytes[2]);
    for (size_t at = has_drive ? 2 : 0; at < start.length && at < MAX_FILE_BYTES; at++) {
        struct span rest;
        char byte = start.bytes[at];
        if (byte == '\t' || strchr("\"<>|*?", byte) != NULL)
            return false;
        if ((byte == ':' || byte == '-' || byte == '(') && at > 0 &&
            ends_name(step, start, at, &rest)) {
            *file = span_slice(start, 0, at);
            *text = rest;
            return true;
        }
        if (byte == ':')
            return false;
    }
    return false;
}

bool wrapper_prefix_is_frame(struct span text)
{
    static const char *const heads[] = {"Search \"", "---------- ", "# Query: ", "# Flags: "};
    struct span trimmed = span_trim(text);
    if (span_equals(trimmed, span_of("--")))
        return true;
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        if (trimmed.length > strlen(heads[i]) &&
            memcmp(trimmed.bytes, heads[i], strlen(heads[i])) == 0)
            return true;
    return false;
}

bool wrapper_prefix_quotes(struct span *text)
{
    struct span rest = *text;
    struct span trimmed = span_trim(*text);
    bool is_row = trimmed.length > 0 && trimmed.bytes[trimmed.length - 1] == '|';
    bool is_quoted = false;
    for (;;) {
        struct span level = rest;
        text_cursor_take_blanks(&level);
        if (!text_cursor_take(&level, '>') && (is_row || !text_cursor_take(&level, '|')))
            break;
        text_cursor_take(&level, ' ');
        rest = level;
        is_quoted = true;
    }
    *text = rest;
    return is_quoted;
}

bool wrapper_prefix_bullet(struct span *text)
{
    static const char *const marks[] = {"-",
                                        "*",
                                        "+",
                                        "\xE2\x80\xA2",
                                        "\xC2\xB7",
                                        "\xE3\x83\xBB",
                                        "\xE2\x97\xA6",
                                        "\xE2\x96\xAA",
                                        "\xE2\x80\x93"};
    struct span rest = *text;
    text_cursor_take_blanks(&rest);
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (!text_cursor_take_word(&rest, marks[i]))
            continue;
        if (!text_cursor_take_blanks(&rest))
            return false;
        *text = rest;
        return true;
    }
    return false;
}
