#include "tally/count_example.h"

#include <string.h>

#include "tally/count_text.h"
#include "text/joined_line.h"
#include "text/utf8.h"

enum { MAX_EXAMPLE_BYTES = 400 };

/* Cuts before a character of UTF-8, never inside one. */
static struct span cut_text(struct span text)
{
    size_t end = text.length;
    if (end > MAX_EXAMPLE_BYTES) {
        end = MAX_EXAMPLE_BYTES;
        while (end > 0 && utf8_is_continuation(text.bytes[end]))
            end--;
    }
    return span_slice(text, 0, end);
}

/* Copies the text, which cut_text returned, without the lines of which nothing is left. */
static struct span without_joined_lines(struct span text, char *copy)
{
    size_t length = 0;
    while (text.length > 0) {
        size_t end = span_find_byte(text, '\n');
        struct span line = span_slice(text, 0, end);
        bool is_left = !span_equals(line, span_of(JOINED_LINE));
        size_t taken = end < text.length ? end + 1 : end;
        if (is_left) {
            memcpy(copy + length, text.bytes, taken);
            length += taken;
        }
        text = span_slice(text, taken, text.length);
    }
    return (struct span){copy, length};
}

bool count_example(const struct record_counter *counter, struct span text,
                   struct report_example *example)
{
    example->place = counter->place;
    char copy[MAX_EXAMPLE_BYTES];
    return count_text(counter, without_joined_lines(cut_text(text), copy), &example->path);
}
