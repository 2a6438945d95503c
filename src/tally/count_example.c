#include "tally/count_example.h"

#include "tally/count_text.h"

/* Of an example, as much of a record as a person wants to see. */
enum { MAX_EXAMPLE_BYTES = 400 };

/* Cut at a character, never inside one. */
static struct span cut_text(struct span text)
{
    size_t end = text.length;
    if (end > MAX_EXAMPLE_BYTES) {
        end = MAX_EXAMPLE_BYTES;
        while (end > 0 && ((unsigned char)text.bytes[end] & 0xC0) == 0x80)
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
