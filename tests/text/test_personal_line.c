#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/personal_line.h"

Test(text_personal_line, people_are_told_from_manuals)
{
    static const struct {
        const char *line;
        bool is_personal;
    } cases[] = {
        {"I get this error", true},
        {"and I've tried that", true},
        {"we see it on two hosts", true},
        {"auf unserem Server", true},
        {"弊社のサーバー", true},
        {"Hello,", true},
        {"an I/O error occurred", false},
        {"We recommend a restart", false},
        {"## Symptômes", false},
        {"The backup failed", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, personal_line_is(span_of(cases[i].line)), cases[i].is_personal), "%s",
                  cases[i].line);
}

Test(text_personal_line, hosts)
{
    cr_assert(personal_line_names_host(span_of("Server: FS01")));
    cr_assert(not(personal_line_names_host(span_of("Computer: <name>"))));
    cr_assert(not(personal_line_names_host(span_of("The server: a note"))));
}

Test(text_personal_line, times_of_day)
{
    cr_assert(personal_line_has_clock(span_of("at 22:14")));
    cr_assert(personal_line_has_clock(span_of("9:05 AM")));
    cr_assert(not(personal_line_has_clock(span_of("C:\\a 1:2 0x1:"))));
}
