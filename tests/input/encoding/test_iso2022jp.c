#include "input/encoding/iso2022jp.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/count_of.h"

enum { MAX_BYTES = 64 };

Test(input_iso2022jp, gives_code_page_932_however_the_text_is_cut)
{
    static const struct {
        const char *text;
        const char *wanted;
    } rows[] = {
        {"a\x1B$B5-O?\x1B(Bb", "a\x8B\x4C\x98\x5E"
                               "b"},
        {"\x1B$@$\"!!\x1B(Jx", "\x82\xA0\x81\x40x"},
        {"\x1B(I1\x1B(B1", "\xB1"
                           "1"},
        {"\x1B$B^~_!\x1B(B", "\x9F\xFC\xE0\x40"}, /* around the gap between the lead bytes */
        {"\x1B$B5-\nO?", "\x8B\x4C\nO?"},         /* a line end goes back to ASCII */
        {"\x1B$B5\x1B(B5", "5"},                  /* half a character is none */
        {"\x1B", ""},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        for (size_t step = 1; step <= strlen(rows[i].text); step++) {
            char bytes[MAX_BYTES];
            size_t length = 0;
            struct iso2022jp state = {0};
            struct span rest = span_of(rows[i].text);
            while (rest.length > 0) {
                struct span piece = span_slice(rest, 0, step < rest.length ? step : rest.length);
                rest = span_slice(rest, piece.length, rest.length);
                length += iso2022jp_to_cp932(&state, piece, bytes + length);
            }
            cr_assert(span_equals((struct span){bytes, length}, span_of(rows[i].wanted)), "%zu", i);
        }
}
