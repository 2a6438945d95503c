#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/source_code.h"

Test(text_source_code, lines_of_programs_are_told_from_lines_of_logs)
{
    static const struct {
        const char *line;
        bool is_source;
    } cases[] = {
        {"  return -1;", true},
        {"if (hr == 0x80070005) {", true},
        {"#define E_FAIL 0x80004005", true},
        {"def main():", true},
        {"$code = 0x80070005", true},
        {"@echo off", true},
        {"", false},
        {"{", false},
        {"{\"code\": {", false},
        {"$100 were paid", false},
        {"The backup failed: 0x80070005", false},
        {"2024-07-21 failed {1}", false},
        {"0x80070005: (\"E_ACCESSDENIED\", \"denied\"),", true},
        {"D:\\a;0x80070005;", false},
        {"Internal error code: 0x80070005", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, source_code_is_line(span_of(cases[i].line)), cases[i].is_source), "%s",
                  cases[i].line);
}
