#include "text/meaning_line.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/count_of.h"

Test(text_meaning_line, meanings_of_codes_are_told_from_reports)
{
    static const struct {
        const char *line;
        bool is_meaning;
    } rows[] = {
        {"0x80070005 means that access is denied.", true},
        {"Error 0x80070005 is a Windows error code meaning 'Access Denied.'", true},
        {"The error code \"0x80070005\" is often associated with missing permissions.", true},
        {"One such error is 0x80042315, which denotes an issue with writers.", true},
        {"Error code 0x81000202 and 0x81000203 are two common VSS errors that users may see.",
         true},
        {"0x81000202 (2164261378) typically indicates a problem with the service.", true},
        {"The ERROR_ACCESS_DENIED error code indicates that a right is missing.", true},
        {"Error 0x80070005: Access Denied Explained", true},
        {"0x80070005: What It Means and How to Fix It", true},
        {"Understanding the 0x80042315 Error", true},
        {"What is error 0x80070005?", true},
        {"This error indicates that the backup was canceled.", true},
        {"0x80070005 は、アクセスが拒否されたことを意味します", true},
        {"The backup of FS01 failed with 0x80070005", false},
        {"Error 0x80070005 is the result of my last backup.", false},
        {"0x80070005 is a code that I get since yesterday", false},
        {"0x80070005 is the error code", false},
        {"Error 0x80070005: Access is denied.", false},
        {"Backup failed: 0x80070005 and 0x80070020 are in the log", false},
        {"This error is back.", false},
        {"E_FAIL", false},
        {"0x", false},
        {"", false},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        cr_assert(eq(int, meaning_line_is(span_of(rows[i].line)), rows[i].is_meaning), "%s",
                  rows[i].line);
}
