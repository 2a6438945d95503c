/* Escaping of single texts, valid UTF-8 or not: as a line for people, as a JSON string from which a
 * reader gets the text back, as a CSV cell that is no formula, and truncated to a number of
 * columns.
 */
#include "fuzz/fuzz.h"

#include <stdlib.h>

#include "fuzz/strict.h"
#include "fuzz/written.h"
#include "output/write/escape.h"
#include "output/write/width.h"
#include "text/utf8.h"

static void copy_string(void *context, const struct json_place *place, struct span value)
{
    const struct span *text = context;
    MUST_HOLD(place->depth == 1);
    MUST_HOLD(utf8_valid_length(*text) < text->length || span_equals(value, *text));
}

static void check_columns(struct span text)
{
    size_t columns = fuzz_choice(text, 100);
    for (enum truncate_side side = TRUNCATE_END; side <= TRUNCATE_PATH; side++) {
        size_t taken = width_truncate(written_begin(), text, columns, side);
        struct span cut = written_finish();
        fuzz_no_mistake(text_mistake(cut, (struct text_rules){0}));
        MUST_HOLD(taken <= columns && width_of_text(cut) == taken);
        width_pad_left(written_begin(), text, columns, side);
        MUST_HOLD(width_of_text(written_finish()) == columns);
    }
}

static void check_escapes(struct span text)
{
    size_t rows = 0;
    escape_for_people(written_begin(), text);
    fuzz_no_mistake(text_mistake(written_finish(), (struct text_rules){0}));
    struct writer *writer = written_begin();
    writer_byte(writer, '[');
    escape_for_json(writer, text);
    writer_byte(writer, ']');
    fuzz_no_mistake(json_mistake(written_finish(), copy_string, &text));
    writer = written_begin();
    writer_text(writer, "a,b\r\n");
    escape_for_csv(writer, text, true);
    writer_text(writer, ",x\r\n");
    fuzz_no_mistake(csv_mistake(written_finish(), true, &rows));
    MUST_HOLD(rows == 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span text = {fuzz_copy(fuzz_span(data, size)), size};
    check_escapes(text);
    check_columns(text);
    free((char *)(uintptr_t)text.bytes);
    return 0;
}
