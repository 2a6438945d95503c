#include "input/encoding/chunk_border.h"

#include "base/ascii.h"

enum { HEAD_CHARACTERS = 40 };

/* Returns the character at the head of a line, or a byte that is no ASCII. */
static char character_at(const struct encoding *encoding, const char *bytes)
{
    size_t low = encoding->is_big_endian ? encoding->unit_bytes - 1 : 0;
    for (size_t i = 0; i < encoding->unit_bytes; i++)
        if (i != low && bytes[i] != '\0')
            return '\x7F';
    return bytes[low];
}

/* Copies the head of the line that begins at `at`. */
static struct span read_head(const struct encoding *encoding, struct span bytes, size_t at,
                             char head[HEAD_CHARACTERS])
{
    size_t length = 0;
    for (; length < HEAD_CHARACTERS && at + encoding->unit_bytes <= bytes.length;
         at += encoding->unit_bytes)
        head[length++] = character_at(encoding, bytes.bytes + at);
    return (struct span){head, length};
}

/* Skips a number of up to eight hexadecimal digits and the blanks behind it; false without. */
static bool skip_number(struct span head, size_t *at)
{
    enum { MOST_DIGITS = 8 };
    size_t start = *at;
    while (*at < head.length && ascii_hex_digit(head.bytes[*at]) >= 0)
        ++*at;
    size_t digits = *at - start;
    size_t gap = *at;
    while (*at < head.length && (head.bytes[*at] == '\t' || head.bytes[*at] == ' '))
        ++*at;
    return digits > 0 && digits <= MOST_DIGITS && *at > gap;
}

/* True for the process, the thread and the date of a record: "1B2C\t0A94\t07/20\t". */
static bool begins_trace(struct span head)
{
    enum { DATE_LENGTH = 5 };
    size_t at = 0;
    if (!skip_number(head, &at) || !skip_number(head, &at) || at + DATE_LENGTH >= head.length)
        return false;
    const char *date = head.bytes + at;
    return ascii_is_digit(date[0]) && ascii_is_digit(date[1]) && date[2] == '/' &&
           ascii_is_digit(date[3]) && ascii_is_digit(date[4]);
}

static bool begins_path(struct span head)
{
    if (head.length < 3)
        return false;
    bool is_share = head.bytes[0] == '\\' && head.bytes[1] == '\\';
    return is_share || (ascii_is_letter(head.bytes[0]) && head.bytes[1] == ':' &&
                        span_is_path_separator(head.bytes[2]));
}

/* Returns the start of the line that ends before `end`, a multiple of the unit. */
static size_t line_before(const struct encoding *encoding, struct span bytes, size_t end)
{
    size_t at = end - encoding->unit_bytes;
    while (at > 0 && character_at(encoding, bytes.bytes + at - encoding->unit_bytes) != '\n')
        at -= encoding->unit_bytes;
    return at;
}

size_t chunk_border_find(const struct encoding *encoding, struct span bytes, size_t end)
{
    char text[HEAD_CHARACTERS];
    size_t path = 0;
    for (size_t at = end; at > 0; at = line_before(encoding, bytes, at)) {
        struct span head = read_head(encoding, bytes, at, text);
        if (begins_trace(head))
            return at;
        if (path == 0 && begins_path(head))
            path = at;
    }
    return path;
}
