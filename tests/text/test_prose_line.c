#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/prose_line.h"

Test(text_prose_line, speech_is_told_from_reports)
{
    static const struct {
        const char *line;
        bool is_prose;
    } cases[] = {
        {"We never saw this failure before.", true},
        {"This is one of the errors we are getting.", true},
        {"Then the backup fails after some seconds.", true},
        {"Steps to reproduce and subsequent failure:", true},
        {"Is anyone else seeing errors with wbadmin?", true},
        {"I looked for a failed backup in the console.", true},
        {"Diesen Fehler sehen wir zum ersten Mal.", true},
        {"このエラーは初めてです。", true},
        {"- [ ] No - error and resolution:", true},
        {"Our backup failed last night.", false},
        {"The last job failed.", false},
        {"Job failed.", false},
        {"Hello, the backup of D: could not be completed.", false},
        {"弊社のバックアップが失敗しました。", false},
        {"An error has occurred.", false},
        {"The backup ended with an error:", false},
        {"Error:", false},
        {"The service encountered the following error:", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, prose_line_is(span_of(cases[i].line)), cases[i].is_prose), "%s",
                  cases[i].line);
}
