#include "tally/count_example.h"

#include "tally/count_text.h"
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

bool count_example(const struct record_counter *counter, struct span text,
                   struct report_example *example)
{
    example->place = counter->place;
    return count_text(counter, cut_text(text), &example->path);
}
