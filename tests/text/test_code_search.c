#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/count_of.h"
#include "text/code_search.h"

Test(text_code_search, finds_every_code_that_is_a_word)
{
    static const struct {
        const char *text;
        const char *codes;
    } cases[] = {
        {"Error: 0x80070005, file C:\\x\\y.txt", "80070005 "},
        {"'0X80780049'", "80780049 "},
        {"hr=0x80042302;hr=0x00000000", "80042302 00000000 "},
        {"エラー コード: 0x80070005。", "80070005 "},
        {"エラー0x80070005です", "80070005 "},
        {"0x80070005 0x80070020", "80070005 80070020 "},
        {"status -2147024891, 2147942405, 80070005", "80070005 80070005 80070005 "},
        {"(-2139619042)", "8078011E "},
        {"a-2147024891 x0x80070005 0x800700051 0x8007005", ""},
        {"20240721 12345678 80112345 2146000000", ""},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char found[64] = "";
        uint32_t code;
        for (size_t at = 0; code_search_next(span_of(cases[i].text), &at, &code);)
            snprintf(found + strlen(found), sizeof found - strlen(found), "%08X ", (unsigned)code);
        cr_assert(eq(str, found, (char *)cases[i].codes), "%s", cases[i].text);
    }
}
