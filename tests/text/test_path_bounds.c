#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/path_bounds.h"

Test(text_path_bounds, end_at_a_quote_an_extension_or_a_sentence)
{
    static const struct {
        const char *text; /* contains "(WORD)" */
        bool is_inside;
    } cases[] = {
        {"(WORD)", false},
        {"failed (WORD).pdf", false},
        {"CreateFile failed with path D:\\Scans\\Kunde (WORD).pdf", true},
        {"CreateFile failed with path D:\\Scans\\Kunde v1.2 (WORD).pdf", true},
        {"OpenFile failed D:\\Docs\\a (WORD) b.docx", true},
        {"OpenFile failed D:\\Docs\\a (WORD)\\b", true},
        {"OpenFile failed D:\\(WORD)", true},
        {"D:/Docs/(WORD) x", true},
        {"open \"D:\\x\\a (WORD) b\", will retry", true},
        {"open \"D:\\x\" failed (WORD)", false},
        {"open \\\\server\\share\\a (WORD).txt", true},
        {"\\\\?\\D:\\a (WORD).txt", true},
        {"D:\\資料\\議事録 (WORD).docx", true},
        {"snapshot of F:\\ failed (WORD)", false},
        {"snapshot of F:\\ failed (WORD), see vss.log", false},
        {"C:\\Program Files\\agent.exe: it failed (WORD)", false},
        {"D:\\Data\\a.docx failed (WORD)", false},
        {"D:\\Data\\a.docx failed (WORD), see notes.txt", false},
        {"D:\\Data\\a.docx (WORD)", false},
        {"D:\\Data failed. (WORD)", false},
        {"D:\\Data failed (WORD)", false},
        {"D:\\Data failed (WORD). See notes.txt", false},
        {"D:\\Data|(WORD).txt", false},
        {"http://server/a (WORD).txt", false},
        {"(WORD) D:\\Data\\a.txt", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span text = span_of(cases[i].text);
        size_t start = span_find(text, span_of("(WORD)"));
        cr_assert(eq(int, path_bounds_contain(text, start, start + 6), cases[i].is_inside), "%s",
                  cases[i].text);
    }
}
