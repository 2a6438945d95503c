#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "verdict/telling_line.h"

Test(verdict_telling_line, ranks_lines_by_their_words)
{
    static const struct {
        const char *text;
        enum telling rank;
    } cases[] = {
        {"", TELLING_LITTLE},
        {"Retrieving volume information", TELLING_LITTLE},
        {"terror of the seas", TELLING_LITTLE},
        {"a warning: 3 of 4", TELLING_WARNING},
        {"WARNING value is null", TELLING_WARNING},
        {"警告があります", TELLING_WARNING},
        {"The copy FAILED", TELLING_FAILURE},
        {"a warning and an error", TELLING_FAILURE},
        {"ended with 0x80070005", TELLING_FAILURE},
        {"バックアップに失敗しました", TELLING_FAILURE},
        {"Could not open", TELLING_FAILURE},
        {"unable to open", TELLING_FAILURE},
        {"Access denied", TELLING_FAILURE},
        {"Fatal exception", TELLING_FAILURE},
        {"job aborted", TELLING_FAILURE},
        {"critical", TELLING_FAILURE},
        {"Fehler 5", TELLING_FAILURE},
        {"erreur 5", TELLING_FAILURE},
        {"échec de la copie", TELLING_FAILURE},
        {"エラー 5", TELLING_FAILURE},
        {"開けできません", TELLING_FAILURE},
        {"致命的", TELLING_FAILURE},
        {"avertissement", TELLING_WARNING},
        {"not found", TELLING_WARNING},
        {"an invalid value", TELLING_WARNING},
        {"missing", TELLING_WARNING},
        {"retry 3", TELLING_WARNING},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, (int)telling_line_rank(span_of(cases[i].text)), (int)cases[i].rank), "%s",
                  cases[i].text);
}
