/* For memrchr. */
#define _GNU_SOURCE
#include "input/encoding/chunk_border.h"

#include <string.h>

#include "base/ascii.h"

/* A line that begins at `at`; its end does not matter. */
struct line_start {
    const struct encoding *encoding;
    struct span bytes;
    size_t at;
};

/* Returns the character at `index` of a line, a byte that is no ASCII for any other than ASCII, and
 * NUL behind the end of the bytes. */
static char character_at(const struct line_start *line, size_t index)
{
    size_t unit_bytes = line->encoding->unit_bytes;
    size_t at = line->at + index * unit_bytes;
    if (at + unit_bytes > line->bytes.length)
        return '\0';
    const char *unit = line->bytes.bytes + at;
    size_t low = line->encoding->is_big_endian ? unit_bytes - 1 : 0;
    for (size_t i = 0; i < unit_bytes; i++)
        if (i != low && unit[i] != '\0')
            return '\x7F';
    return unit[low];
}

/* Skips a number of up to eight hexadecimal digits and the blanks behind it; false without. */
static bool skip_number(const struct line_start *line, size_t *at)
{
    enum { MOST_DIGITS = 8, MOST_BLANKS = 12 };
    size_t start = *at;
    while (*at - start <= MOST_DIGITS && ascii_hex_digit(character_at(line, *at)) >= 0)
        ++*at;
    size_t digits = *at - start;
    size_t gap = *at;
    while (*at - gap < MOST_BLANKS &&
           (character_at(line, *at) == '\t' || character_at(line, *at) == ' '))
        ++*at;
    return digits > 0 && digits <= MOST_DIGITS && *at > gap;
}

static bool has_digits(const struct line_start *line, size_t at)
{
    return ascii_is_digit(character_at(line, at)) && ascii_is_digit(character_at(line, at + 1));
}

/* True for the process, the thread and the date of a record: "1B2C\t0A94\t07/20\t". */
static bool begins_trace(const struct line_start *line)
{
    size_t at = 0;
    return skip_number(line, &at) && skip_number(line, &at) && has_digits(line, at) &&
           character_at(line, at + 2) == '/' && has_digits(line, at + 3);
}

static bool begins_path(const struct line_start *line)
{
    char first = character_at(line, 0);
    char second = character_at(line, 1);
    return (first == '\\' && second == '\\') || (ascii_is_letter(first) && second == ':' &&
                                                 span_is_path_separator(character_at(line, 2)));
}

/* Moves to the line before. */
static void move_back(struct line_start *line)
{
    size_t unit_bytes = line->encoding->unit_bytes;
    line->at -= unit_bytes;
    if (unit_bytes == 1) {
        const char *end = memrchr(line->bytes.bytes, '\n', line->at);
        line->at = end == NULL ? 0 : (size_t)(end - line->bytes.bytes) + 1;
        return;
    }
    while (line->at > 0) {
        struct line_start before = {line->encoding, line->bytes, line->at - unit_bytes};
        if (character_at(&before, 0) == '\n')
            return;
        line->at -= unit_bytes;
    }
}

size_t chunk_border_find(const struct encoding *encoding, struct span bytes, size_t end)
{
    size_t path = 0;
    for (struct line_start line = {encoding, bytes, end}; line.at > 0; move_back(&line)) {
        if (begins_trace(&line))
            return line.at;
        if (path == 0 && begins_path(&line))
            path = line.at;
    }
    return path;
}
