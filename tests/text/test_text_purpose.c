#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/text_purpose.h"

static enum text_purpose purpose_of(const char *text)
{
    struct text_purpose_evidence evidence = {0};
    struct span rest = span_of(text);
    while (rest.length > 0) {
        size_t end = span_find_byte(rest, '\n');
        text_purpose_note(&evidence, span_slice(rest, 0, end));
        rest = span_slice(rest, end < rest.length ? end + 1 : end, rest.length);
    }
    return text_purpose_of(&evidence);
}

Test(text_text_purpose, manuals_are_told_from_reports)
{
    static const struct {
        const char *text;
        enum text_purpose purpose;
    } cases[] = {
        {"# Fix it\nThis guide tells how.\n## Cause\nx\n", TEXT_EXPLAINS},
        {"## Cause\nx\n## Resolution\n1. Open a prompt.\n2. Restart the service.\n", TEXT_EXPLAINS},
        {"原因\nx\n対処方法\nこの記事では\n", TEXT_EXPLAINS},
        {"| Error | Workaround |\n- Run this\n- Check that\n", TEXT_EXPLAINS},
        {"0x80042301 VSS_E_BAD_STATE\n0x80042306 VSS_E_PROVIDER_VETO\n0x800423F4 VSS_E_X\n",
         TEXT_EXPLAINS},
        {"Ursache: a\nLösung: b\nUrsache: c\nLösung: d\nDiese Anleitung\n", TEXT_EXPLAINS},
        {"0x80070005 means that access is denied.\nWhat is error 0x80070005?\n", TEXT_EXPLAINS},
        {"My backup fails.\n0x80070005 means no access.\nWhat is error 0x80070005?\n",
         TEXT_REPORTS},
        {"0x80070005 means that access is denied.\nBackup failed: 0x80070005\n", TEXT_REPORTS},
        {"## Cause\nMy scratch is full.\n## Resolution\n1. Open it.\n2. Run it.\n", TEXT_REPORTS},
        {"## Cause\nx\n## Resolution\nfailed at 22:00\n1. Open it.\n2. Run it.\n", TEXT_REPORTS},
        {"| Time | Error | Action |\n- Run this\n- Check that\n", TEXT_REPORTS},
        {"Error: 0x80070005\nRecommended action: retry\n", TEXT_REPORTS},
        {"D:\\a.txt\t0x80070005\nD:\\b.txt\t0x80070020\nD:\\c.txt\t0x80070002\n", TEXT_REPORTS},
        {"", TEXT_REPORTS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, purpose_of(cases[i].text), cases[i].purpose), "%s", cases[i].text);
}

Test(text_text_purpose, programs_are_told_from_output)
{
    static const struct {
        const char *text;
        enum text_purpose purpose;
    } cases[] = {
        {"import sys\ntext = 'failed: 0x80070005'\n", TEXT_IS_PROGRAM},
        {"<#\nBackup failed\n#>\n$a = 1\n", TEXT_IS_PROGRAM},
        {"# I need this\n# 5 failed\nimport sys\ndef main():\n", TEXT_IS_PROGRAM},
        {"- alert: Failed\n  expr: x == 1\n  annotations:\n    summary: failed\n", TEXT_IS_PROGRAM},
        {"Jobs\n| where State == \"Failed\"\n| project Name\n", TEXT_IS_PROGRAM},
        {"My script:\n$a = 1\n$b = 2\nERROR - failed\n", TEXT_HAS_CODE},
        {"LastResult = 0x80070005\nLastError = \"failed\"\n", TEXT_REPORTS},
        {"D:\\a;0x80070005;\nD:\\b;0x80070005;\n", TEXT_REPORTS},
        {"{\n\"code\": \"0x80070005\",\n}\n", TEXT_REPORTS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, purpose_of(cases[i].text), cases[i].purpose), "%s", cases[i].text);
}
