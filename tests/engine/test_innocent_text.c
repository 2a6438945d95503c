/* Texts that resemble messages of the agent, but are none. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "support/message_bench.h"

Test(engine_innocent_text, is_no_finding)
{
    static const char *const texts[] = {
        "The user said that authentication failed twice on Monday.",
        "sshd[812]: authentication failed for root",
        "Authorization failed: token expired at 10:02",
        "robocopy: Invalid path specified: Z:\\none",
        "blob is missing from the git repository",
        "The nightly build completed with warnings",
        "Compilation completed with warnings (12)",
        "Build step 4 of 9 completed with warnings.",
        "Mounting the disk failed on linux host lab7",
        "Security PIN is not set on the phone of the receptionist",
        "This functionality is deprecated and will go in version 9",
        "Failed to log on to Azure DevOps with the saved account",
        "Operation failed.",
        "C:\\Users\\a\\Documents\\Access is denied.docx",
        "D:\\Manuals\\Recovery point corrupt - what now.pdf",
        "D:\\Manuals\\SalLowDiskSpaceExplained.docx",
        "MSI (s) (A4:10) [10:12:13:123]: Product: Some Tool -- Configuration completed with "
        "warnings.",
        "MSI (s) (A4:10) [10:12:13:123]: Note: 1: 2262 2: Binary 3: -2147287038",
        "Action ended 10:12:13: InstallFinalize. Return value 1.",
        "Property(S): ProductVersion = 2.0.9167.0",
        "The ID 100050 is a room number here",
        "invoice 34513 was paid",
        "address 0x00007ff8 of module ntdll",
        "see figure [12345] for details",
        "Windows cannot find changes in a file that is open",
        "No valid vault found in the museum",
        "バックアップは正常に完了しました。",
    };
    struct message_bench bench;
    message_bench_open(&bench);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t placement = IN_CONSOLE_LINE; placement < PLACEMENT_COUNT; placement++) {
            struct verdict verdict = message_bench_classify(&bench, placement, texts[i]);
            bench.text_count++;
            if (verdict.class == VERDICT_FINDING)
                message_bench_log(&bench, placement, texts[i], verdict);
        }
    message_bench_finish(&bench);
}
