#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/command_text.h"

Test(command_text, a_command_is_its_program_with_verbs_switches_drives_and_quotes)
{
    static const struct {
        const char *text;
        size_t start;
        const char *from_last_word;
    } cases[] = {
        {"vssadmin list writers and restart", 0, "writers and restart"},
        {"Run vssadmin List ShadowStorage /For=X: now", 4, "/For=X: now"},
        {"chkdsk X: /f when it can", 0, "/f when it can"},
        {"compact <path> /u", 0, "/u"},
        {"chkdsk on the volume", 0, "chkdsk on the volume"},
        {"(marsift explain failed-files).", 1, "failed-files)."},
        {"DISM /Online /Cleanup-Image /RestoreHealth to", 0, "/RestoreHealth to"},
        {"psexec -i -s \"C:\\Program Files\\a.exe\" then", 0, "\"C:\\Program Files\\a.exe\" then"},
        {"fsutil usn createjournal); the next", 0, "createjournal); the next"},
        {"Get-OBJob -Previous 5", 0, "-Previous 5"},
        {"vssadmin list writers\xE3\x82\x92 /x", 0, "writers\xE3\x82\x92 /x"},
        {"chkdsk  /f", 0, "chkdsk  /f"},  /* two blanks are no argument */
        {"a.chkdsk /f", 2, "chkdsk /f"},  /* in a name */
        {"prechkdsk /f", 3, "chkdsk /f"}, /* in a word */
        {"chkdsk.exe /f", 0, "chkdsk.exe /f"},
        {"Azure Backup /x", 0, "Azure Backup /x"},
        {"sfc", 0, "sfc"},
        {"sfc ", 0, "sfc "},
        {"sfc \"", 0, "\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span text = span_of(cases[i].text);
        size_t last = command_text_last_word(text, cases[i].start);
        cr_assert(eq(str, (char *)cases[i].text + last, (char *)cases[i].from_last_word),
                  "case %zu", i);
    }
}
