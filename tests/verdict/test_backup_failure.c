#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "verdict/backup_failure.h"

/* A text, and what a function says of it. */
struct text_case {
    const char *text;
    bool is_so;
};

Test(verdict_backup_failure, makers_of_backups_are_named_by_people_and_programs)
{
    static const struct text_case cases[] = {
        {"The Volume Shadow Copy Service stopped", true},
        {"CreateVssBackupComponents returned 5", true},
        {"IVssAsync::Wait", true},
        {"VSS_E_BAD_STATE", true},
        {"[VSSControl] started", true},
        {"wbadmin 1.0", true},
        {"messages and bosses", false},
        {"EVSS", false},
        {"it passed the VssX", true},
        {"Vssage", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, backup_failure_names_maker(span_of(cases[i].text)), cases[i].is_so), "%s",
                  cases[i].text);
}

Test(verdict_backup_failure, backups_are_mentioned_in_prose_and_not_in_paths)
{
    static const struct text_case cases[] = {
        {"Removing backup folders", true}, {"all backups.", true},  {"{\"backup\": 1}", false},
        {"GET /backup/run.aspx", false},   {"backup@1.0.0", false}, {"D:\\backup\\a", false},
        {"バックアップを開始", true},      {"restore", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, backup_failure_mentions_backup(span_of(cases[i].text)), cases[i].is_so),
                  "%s", cases[i].text);
}

Test(verdict_backup_failure, codes_of_backups_are_told_from_those_of_the_system)
{
    cr_assert(backup_failure_has_code(0x80042306));
    cr_assert(backup_failure_has_code(0x807800A1));
    cr_assert(backup_failure_has_code(0x80990ED0));
    cr_assert(not(backup_failure_has_code(0x80070005)));
    cr_assert(not(backup_failure_has_code(0x80042206)));
}

Test(verdict_backup_failure, what_explains_a_code_is_told_from_what_failed)
{
    static const struct {
        const char *before, *code, *after;
        bool is_explained;
    } cases[] = {
        {"The backup failed: ", "0x80070005", "", false},
        {"9-May 4:00 PM Failed: Hr: = [", "0x8007173d", "]", false},
        {"- [Error]: no snapshot: ", "0x80042316", "", false},
        {"# Error ", "0x80042316", "", false},
        {"If the backup fails with ", "0x80070005", ", try again", true},
        {"Fixed: failed with ", "0x80070005", "", true},
        {"The error ", "0x80070005", " means that access is denied", true},
        {"", "0x80070005", "  Access is denied", true},
        {"| ", "0x80070005", " | denied", true},
        {"#define E_FAILED ", "0x80070005", "", true},
        {"// failed: ", "0x80070005", "", true},
        {"was it error ", "0x80070005", "?", true},
        {"エラーの場合: ", "0x80070005", "", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[200];
        snprintf(text, sizeof text, "%s%s%s", cases[i].before, cases[i].code, cases[i].after);
        struct span line = span_of(text);
        size_t start = strlen(cases[i].before);
        struct span code = span_slice(line, start, start + strlen(cases[i].code));
        cr_assert(eq(int, backup_failure_is_explained(line, code), cases[i].is_explained), "%s",
                  text);
    }
}

Test(verdict_backup_failure, a_failure_is_said_with_a_word_of_its_own)
{
    static const struct text_case cases[] = {
        {"it failed", true},     {"ERROR: x", true},     {"on_error=1", false},
        {"failure_code", false}, {"失敗しました", true}, {"all went well", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(eq(int, backup_failure_is_said(span_of(cases[i].text)), cases[i].is_so), "%s",
                  cases[i].text);
}
