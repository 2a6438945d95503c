#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/upcase.h"

Test(text_upcase, is_that_of_the_published_table)
{
    static const struct {
        uint32_t character, upper;
    } rows[] = {
        {0xE0, 0xC0},     {0xF6, 0xD6},     {0xF7, 0xF7},     {0xFF, 0x178},    {0xB5, 0xB5},
        {0xDF, 0xDF},     {0x101, 0x100},   {0x102, 0x102},   {0x130, 0x130},   {0x131, 0x131},
        {0x17F, 0x17F},   {0x3C2, 0x3A3},   {0x3C3, 0x3A3},   {0x3A3, 0x3A3},   {0x44F, 0x42F},
        {0x450, 0x400},   {0x586, 0x556},   {0x1E9E, 0x1E9E}, {0x2126, 0x2126}, {0x212A, 0x212A},
        {0x212B, 0x212B}, {0x2170, 0x2160}, {0x217F, 0x216F}, {0x24D0, 0x24B6}, {0x3042, 0x3042},
        {0xFF41, 0xFF21}, {0xFF5A, 0xFF3A}, {0xFF5B, 0xFF5B}, {0xFFFF, 0xFFFF}, {0x10428, 0x10428},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_assert(eq(u32, upcase(rows[i].character), rows[i].upper), "U+%04X", rows[i].character);
}

Test(text_upcase, maps_to_what_is_upper_case_itself_and_never_to_ascii)
{
    unsigned changed = 0;
    for (uint32_t character = 0x80; character < 0x110000; character++) {
        uint32_t upper = upcase(character);
        changed += upper != character;
        cr_assert(upper >= 0x80 && upper < 0x110000, "U+%04X", character);
        if (character > 0xFFFF)
            cr_assert(eq(u32, upper, character));
        cr_assert(eq(u32, upcase(upper), upper), "U+%04X", character);
    }
    cr_assert(changed > 700, "%u", changed);
}
