#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "input/display_name.h"

Test(input_display_name, of_a_zip_is_in_437_unless_it_looks_like_932_or_1252)
{
    static const struct {
        const char *name;
        const char *wanted;
    } rows[] = {
        {"f\x81r Stra\xE1"
         "e.log",
         "für Straße.log"},
        {"Gr\x94\xE1"
         "e \x9A"
         "bersicht.txt",
         "Größe Übersicht.txt"},
        {"Caf\x82.log", "Café.log"},
        {"Espa\xA4ol.log", "Español.log"},
        {"Stra\xDF"
         "e f\xFCr.log",
         "Straße für.log"},
        {"Caf\xE9.log", "Café.log"},
        {"\x95\x5C.txt", "表.txt"},
        {"A\x83\x65\x83\x58\x83\x67.log", "Aテスト.log"},
        {"log\x97\x5C\x94\xF5.txt", "log予備.txt"},
        {"für.log", "für.log"},
        {"plain.log", "plain.log"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer out = {0};
        cr_assert(display_name_append_of_zip(span_of(rows[i].name), &out, NULL));
        cr_assert(span_equals(buffer_span(&out), span_of(rows[i].wanted)), "%s: %.*s",
                  rows[i].wanted, (int)out.length, out.bytes);
        buffer_release(&out);
    }
}
