#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "support/guard.h"
#include "text/utf8.h"

Test(text_utf8, ascii_ends_at_the_first_other_byte)
{
    for (size_t length = 0; length <= 150; length++)
        for (size_t at = 0; at <= length; at++) {
            char bytes[151];
            memset(bytes, 'x', sizeof bytes);
            bytes[at] = (char)0xC3;
            struct guard guard = guard_copy((struct span){bytes, length});
            cr_assert(eq(sz, utf8_ascii_length((struct span){guard.bytes, length}), at));
            guard_release(&guard);
        }
}

Test(text_utf8, reads_every_character_that_it_writes)
{
    for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
        char bytes[4] = {0};
        uint32_t read = 0;
        bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
        size_t length = utf8_write(bytes, code_point);
        size_t read_length = utf8_read((struct span){bytes, length}, &read);
        bool is_right = is_surrogate ? read_length == 0 && read == 0xFFFD
                                     : read_length == length && read == code_point;
        cr_assert(is_right, "U+%04X", code_point);
        if (length > 1)
            cr_assert(utf8_read((struct span){bytes, length - 1}, &read) == 0);
    }
}

Test(text_utf8, replaces_invalid_bytes_and_drops_half_a_character_at_a_cut)
{
    static const struct {
        const char *text;
        const char *repaired;
        const char *cut; /* repaired, when the text was cut at its end */
    } rows[] = {
        {"a\xC3\xA9z", "a\xC3\xA9z", "a\xC3\xA9z"},
        {"a\xC3", "a\xEF\xBF\xBD", "a"},
        {"a\xE3\x81", "a\xEF\xBF\xBD", "a"},
        {"a\xF0\x9F\x98", "a\xEF\xBF\xBD", "a"},
        {"a\xC3z", "a\xEF\xBF\xBDz", "a\xEF\xBF\xBDz"},
        {"a\x81", "a\xEF\xBF\xBD", "a\xEF\xBF\xBD"},
        {"a\xFF", "a\xEF\xBF\xBD", "a\xEF\xBF\xBD"},
        {"\xE3\x81\xFF", "\xEF\xBF\xBD\xEF\xBF\xBD", "\xEF\xBF\xBD\xEF\xBF\xBD"},
    };
    for (size_t i = 0; i < 2 * (sizeof rows / sizeof *rows); i++) {
        bool is_cut = i % 2 == 1;
        const char *wanted = is_cut ? rows[i / 2].cut : rows[i / 2].repaired;
        struct buffer out = {0};
        struct utf8_replacements replacements = {0};
        cr_assert(utf8_repair(span_of(rows[i / 2].text), is_cut, &out, &replacements, NULL));
        cr_assert(span_equals(buffer_span(&out), span_of(wanted)), "row %zu: %.*s", i / 2,
                  (int)out.length, out.bytes);
        cr_assert(eq(u64, replacements.lines, strstr(wanted, "\xEF\xBF\xBD") != NULL));
        buffer_release(&out);
    }
}
