#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/code_notation.h"

struct notation_case {
    const char *text;
    bool is_number;
    uint32_t value;
};

Test(text_code_notation, reads_failure_codes_in_every_notation)
{
    static const struct notation_case cases[] = {
        {"0x80070005", true, 0x80070005},
        {"0X8007018B", true, 0x8007018B},
        {"80070005", true, 0x80070005},
        {"8007018b", true, 0x8007018B},
        {"1b7afbe0", true, 0x1B7AFBE0},
        {"[0x8000ffff]", true, 0x8000FFFF},
        {"(0x8007173D)", true, 0x8007173D},
        {" [ 0x80070005 ] ", true, 0x80070005},
        {"-2147024891", true, 0x80070005},
        {"-2139619042", true, 0x8078011E},
        {"-1", true, 0xFFFFFFFF},
        {"-2147483648", true, 0x80000000},
        {"2147942405", true, 0x80070005},
        {"4294967295", true, 0xFFFFFFFF},
        {"0x5", true, 5},
        {"0xC0000022", true, 0xC0000022},
        {"", false, 0},
        {" ", false, 0},
        {"0x", false, 0},
        {"0x800700051", false, 0},
        {"800700051", false, 0},
        {"8007005", false, 0},
        {"4294967296", false, 0},
        {"-2147483649", false, 0},
        {"-0", false, 0},
        {"-", false, 0},
        {"--1", false, 0},
        {"5", false, 0},
        {"2147483647", false, 0},
        {"18446744073709551621", false, 0},
        {"0x8007000G", false, 0},
        {"8007000G", false, 0},
        {"[0x80070005", false, 0},
        {"[0x80070005)", false, 0},
        {"[]", false, 0},
        {"(", false, 0},
        {"[", false, 0},
        {"0x80070005,", false, 0},
        {"0x80070005 x", false, 0},
        {"1FCFF8B4-CCE2", false, 0},
        {"1FCFF8B4-CCE2-42E6-8883-7AEB9A1C5CB6", false, 0},
        {"[0000000053582120]", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint32_t code = 0;
        bool is_code = code_notation_read_code(span_of(cases[i].text), &code);
        cr_assert(eq(int, is_code, cases[i].is_number), "'%s'", cases[i].text);
        cr_assert(eq(u32, code, cases[i].value), "'%s'", cases[i].text);
    }
}

Test(text_code_notation, reads_agent_error_numbers_in_every_notation)
{
    static const struct notation_case cases[] = {
        {"100050", true, 100050},
        {"(ID: 100050)", true, 100050},
        {"(ID 104)", true, 104},
        {"ID: 403", true, 403},
        {"id:34513", true, 34513},
        {"0x186D2", true, 100050},
        {"(0x186C2)", true, 100034},
        {"[0x1FC07]", true, 130055},
        {"(0x086C6)", true, 34502},
        {"0x1fbd3", true, 130003},
        {"4294967295", true, 4294967295},
        {"", false, 0},
        {"ID", false, 0},
        {"ID:", false, 0},
        {"IDEA 5", false, 0},
        {"0x", false, 0},
        {"186D2", false, 0},
        {"-1", false, 0},
        {"4294967296", false, 0},
        {"99999999999", false, 0},
        {"(ID: 100050", false, 0},
        {"100050.", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint32_t id = 0;
        bool is_id = code_notation_read_id(span_of(cases[i].text), &id);
        cr_assert(eq(int, is_id, cases[i].is_number), "'%s'", cases[i].text);
        cr_assert(eq(u32, id, cases[i].value), "'%s'", cases[i].text);
    }
}

Test(text_code_notation, reads_a_bare_number_as_a_win32_error_if_it_can_be_one)
{
    static const struct notation_case cases[] = {
        {"1", true, 0x80070001},
        {"32", true, 0x80070020},
        {"00032", true, 0x80070020},
        {"65535", true, 0x8007FFFF},
        {"65536", false, 0},
        {"99999", false, 0},
        {"0", false, 0},
        {"", false, 0},
        {"100000", false, 0},
        {"3/", false, 0},
        {":2", false, 0},
        {"0x20", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint32_t code = 0;
        bool is_code = code_notation_read_win32(span_of(cases[i].text), &code);
        cr_assert(eq(int, is_code, cases[i].is_number), "'%s'", cases[i].text);
        cr_assert(eq(u32, code, cases[i].value), "'%s'", cases[i].text);
    }
}

Test(text_code_notation, writes_a_code_with_eight_capital_digits)
{
    char text[CODE_NOTATION_BYTES];
    cr_assert(eq(str, (char *)code_notation_write_code(0x8007018B, text), "0x8007018B"));
    cr_assert(eq(str, (char *)code_notation_write_code(5, text), "0x00000005"));
}
