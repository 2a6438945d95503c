#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "verdict/explained_line.h"

Test(verdict_explained_line, lines_that_explain)
{
    static const char *const lines[] = {
        "Fixed: backup failed with error 0x80070005",
        "- [MARS] Fixes an issue where the job failed with 0x80070005",
        "修正: バックアップが 0x80070005 で失敗する",
        "If the job fails with 0x80070005, check the rights.",
        "If the job failed with \"0x1FBD0\", see the table below.",
        "Falls die Sicherung mit 0x80070005 fehlschlägt, prüfen Sie die Rechte.",
        "- When the agent reads files, it might find conditions: the job is completed with "
        "warnings.",
        "When the error 0x80070005 appears, check the rights.",
        "コード 0x80070005 はアクセス拒否を意味します。",
        "\"0x80070005\" means that access is denied",
        "What does error 0x80070005 mean",
        "A writer that fails leads to codes such as 0x8004230F.",
        "... und der Generierung eines Fehlercodes wie 0x8004230F.",
        "The error 0x8100001A is a code that the image backup leaves.",
        "Der Fehlercode 0x8100001A ist eine dieser Meldungen.",
        "[09:12] Ann: what was the error code, 0x80070005?",
        "The service will mark these files as failed",
        "  | 0x80070002, 0x80070003 | The system cannot find the file. | Look at the folder.  |",
        "| `0x80070570` | The file is corrupted. | Run chkdsk on the volume. |",
        "100034\tThe snapshot failed.\tRestart the writer.",
        "0x80070005 | アクセスが拒否されました。 | 権限を確認します。",
        "The backup operation that started at '%1' has failed with error code '%2'",
        "String.Format(\"The job {0} failed with {1:X}\", name)",
        "if (hr == 0x80070020) { return hr; }",
        "#define E_ACCESSDENIED 0x80070005",
        "case 0x80070005: return \"denied\";",
        "static const char *const names[] = { \"0x80070020 ERROR_SHARING_VIOLATION\" };",
        "throw new BackupException(\"backup failed with 0x80070005\");",
        "raise BackupError(\"0x80070005 Access is denied\")",
        "\"\"\"Raised when a backup fails with 0x80070005.\"\"\"",
        "Write-Error \"Backup failed with 0x80070005\"",
        "$code = '0x80070005'",
        "printf(\"ERROR - %s\\n\", message);",
        "assert_eq!(code(sample), Some(0x80070005));",
        "retry_codes: [0x80070005, 0x80070020]",
        "<exclude path=\"C:\\Temp\" onError=\"0x80070005\" />",
        "<!-- 0x80070005 -->",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        cr_assert(explained_line_is(span_of(lines[i])), "%s", lines[i]);
}

Test(verdict_explained_line, lines_that_report)
{
    static const char *const lines[] = {
        "",
        "-",
        "The job failed with 0x80070005.",
        "When I start it, my backup fails with 0x80070005",
        "If I run it by hand, our backup fails with 0x80070005",
        "If this helps, here is the log. The job failed with 0x80070005",
        "Why does my backup fail with 0x80070005?",
        "Our backup fails with errors such as 0x80070005",
        "Der Fehler 0x80070005 ist eingetreten.",
        "The backup failed with an error like 0x80070005",
        "Fixed disk D: could not be read, 0x80070005",
        "return code 0x80070005",
        "Write-Error : The backup failed with 0x80070005",
        "Set-OBPolicy: 0x80070005",
        "HRESULT=0x80070005",
        "Error code: 0x80070005;",
        "0x80070020\t2024-07-20 22:00:01\tthe file is in use",
        "0x80070020 | C:\\Data\\a b.txt | in use now",
        "0x80070005 Access is denied.",
        "22309\tFatal error: the volume\t22:00:01",
        "100% of the backup failed, see https://example.com/a%20b",
        "[E-1] backup failed (0x80070005)",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        cr_assert(not(explained_line_is(span_of(lines[i]))), "%s", lines[i]);
}
