#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

#include "input/host_places.h"

enum { MAX_PLACES = 8 };

struct placed_log {
    const char *place;
    const char *host;
};

static const struct placed_log inputs[][MAX_PLACES] = {
    {{"ZEUS/CBEngineCurr.errlog", "ZEUS"},
     {"ZEUS/probe/CBEngineCurr.errlog", "ZEUS"},
     {"ZEUS/Kopie Meier/CBEngineCurr.errlog", "ZEUS"}},
    {{"Kunde Meier/CBEngineCurr.errlog", "Kunde Meier"},
     {"Kunde Meier/probe/jobs.csv", "Kunde Meier"}},
    {{"contoso/zeus/CBEngineCurr.errlog", "zeus"}, {"contoso/hera/CBEngineCurr.errlog", "hera"}},
    {{"contoso/jobs.csv", "contoso"},
     {"contoso/zeus/CBEngineCurr.errlog", "zeus"},
     {"contoso/hera/CBEngineCurr.errlog", "hera"}},
    {{"SITE1/zeus/Temp/CBEngineCurr.errlog", "zeus"},
     {"SITE1/hera/Temp/CBEngine0.errlog", "hera"},
     {"SITE1/hera/Temp/CBEngineCurr.errlog", "hera"}},
    {{"SITE1/zeus/LastBackupFailedFiles17af1_7_18_2024_23_00_00.txt", "zeus"},
     {"SITE1/hera/LastBackupFailedFiles22bc2_7_15_2024_23_00_00.txt", "hera"}},
    {{"contoso/San Pedro/CBEngineCurr.errlog", "San Pedro"},
     {"contoso/Los Angeles/CBEngineCurr.errlog", "Los Angeles"}},
    {{"FS01/CBEngineCurr.errlog", "FS01"},
     {"FS01/probe/CBEngineCurr.errlog", "FS01"},
     {"FS01/test/CBEngineCurr.errlog", "FS01"},
     {"FS01/FS02/CBEngineCurr.errlog", "FS02"}},
    {{"a.zip/FS01_LastBackupFailedFiles17af1_7_18_2024_23_00_00.txt", "FS01"},
     {"a.zip/FS02_LastBackupFailedFiles17af1_7_18_2024_23_00_00.txt", "FS02"}},
    {{"ZEUS/CBEngineCurr.errlog", "ZEUS"}, {"ZEUS/probe_CBEngineCurr.errlog", "ZEUS"}},
    {{"all/zeus_CBEngineCurr.errlog", "zeus"}, {"all/hera_CBEngineCurr.errlog", "hera"}},
    {{"SITE1/zeus_CBEngineCurr.errlog", "zeus"}, {"SITE1/hera_CBEngine0.errlog", "hera"}},
    {{"attachments.zip/CBEngineCurr.errlog", "attachments"},
     {"download.zip/CBEngineCurr.errlog", "download"},
     {"download.zip/FS01/CBEngineCurr.errlog", "FS01"}},
    {{"all/Temp (1).zip/CBEngineCurr.errlog", "Temp (1)"},
     {"all/Temp (2).zip/CBEngineCurr.errlog", "Temp (2)"}},
    {{"attachments.zip/CBEngineCurr.errlog", ""}, {"jobs.zip/jobs.csv", ""}},
    {{"crc.7z/good.eml/CBEngineCurr.errlog", ""},
     {"crc.7z/servers/SQL-PROD-01/CBEngineCurr.errlog", "SQL-PROD-01"},
     {"crc.7z/servers/dc02.contoso.local/CBEngineCurr.errlog", "dc02.contoso.local"}},
    {{"2024-05-13.zip/CBEngineCurr.errlog", ""}, {"2024-05-14.zip/CBEngineCurr.errlog", ""}},
    {{"DPM_Error_Logs.zip/CBEngineCurr.errlog", ""},
     {"CBENGINE_Error_Logs.zip/CBEngineCurr.errlog", ""}},
    {{"NEW01/CBEngineCurr.errlog", "NEW01"}, {"OLD01/CBEngineCurr.errlog", "OLD01"}},
    {{"all/A/Temp/CBEngineCurr.errlog", "A"},
     {"all/A/logs/CBEngineCurr.errlog", "A"},
     {"all/B/Temp/CBEngineCurr.errlog", "B"},
     {"all/FILE-01/CBEngineCurr.errlog", "FILE-01"},
     {"all/C/LastBackupFailedFiles17af1_7_18_2024_23_00_00.txt", "C"}},
    {{"ticket01/A/jobs.csv", "A"}, {"ticket01/B/jobs.csv", "B"}},
    {{"A/CBEngine1.errlog", ""}, {"B/CBEngine2.errlog", ""}, {"B/CBEngineCurr.errlog", ""}},
    {{"h9/FS01/Temp/CBEngineCurr.errlog", "FS01"},
     {"h9/DATA/Temp/CBEngineCurr.errlog", "DATA"},
     {"h9/DATA/Temp/LastBackupFailedFiles17af1_7_18_2024_23_00_00.txt", "DATA"},
     {"h9/old/Temp/CBEngineCurr.errlog", "h9"}},
    {{"c2_1/TEST/Temp/CBEngineCurr.errlog", "TEST"},
     {"c2_1/PROD/Temp/CBEngineCurr.errlog", "PROD"}},
    {{"h11/BACKUP/Temp/CBEngineCurr.errlog", "BACKUP"},
     {"h11/TEST/Temp/CBEngineCurr.errlog", "TEST"},
     {"h11/TEST1/Temp/CBEngineCurr.errlog", "TEST1"}},
    {{"all/DATA/CBEngineCurr.errlog", "DATA"}, {"all/MARS/CBEngineCurr.errlog", "MARS"}},
    {{"FS01/Temp/CBEngineCurr.errlog", "FS01"}, {"FS01/Logs/CBEngineCurr.errlog", "FS01"}},
    {{"FS01/probe/CBEngineCurr.errlog", "FS01"}, {"FS01/test/CBEngineCurr.errlog", "FS01"}},
    {{"FS01/old/Temp/CBEngineCurr.errlog", "FS01"}, {"FS01/new/Temp/CBEngineCurr.errlog", "FS01"}},
    {{"FS01/Temp/CBEngineCurr.errlog", "FS01"}, {"FS02/Temp/CBEngineCurr.errlog", "FS02"}},
    {{"part01/CBEngineCurr.errlog", ""}, {"part02/CBEngineCurr.errlog", ""}},
    {{"night01/CBEngineCurr.errlog", ""}, {"night02/CBEngineCurr.errlog", ""}},
    {{"old/CBEngineCurr.errlog", ""}, {"new/CBEngineCurr.errlog", ""}, {"CBEngineCurr.errlog", ""}},
};

Test(input_host_places, tells_servers_by_what_is_beside_a_log)
{
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        struct host_places places = {0};
        struct fault fault = {0};
        const struct placed_log *log;
        for (log = inputs[i]; log < inputs[i] + MAX_PLACES && log->place != NULL; log++)
            cr_assert(host_places_add(&places, span_of(log->place), &fault));
        for (log = inputs[i]; log < inputs[i] + MAX_PLACES && log->place != NULL; log++) {
            bool is_weak;
            struct span host = host_places_name(&places, span_of(log->place), &is_weak);
            char text[64];
            snprintf(text, sizeof text, "%.*s", (int)host.length, host.bytes ? host.bytes : "");
            cr_expect(eq(str, text, (char *)log->host), "%s", log->place);
        }
        host_places_release(&places);
    }
}
