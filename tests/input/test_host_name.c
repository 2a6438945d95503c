#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

#include "input/host_name.h"
#include "support/guard.h"

struct named_place {
    const char *place;
    const char *host;
};

static const struct named_place collected[] = {
    {"bundle.zip/N1.zip/CBENGINE_Error_Logs/CBEngineCurr.errlog", "N1"},
    {"bundle.zip/CBENGINE_Error_Logs/CBEngineCurr.errlog", ""},
    {"N1.tar/CBENGINE_Error_Logs.zip/cbengine_error_logs/CBEngine3.errlog", "N1"},
    {"N1.tar.gz/Temp/x.errlog", "N1"},
    {"SRV_DPM_Error_Logs.zip/x.errlog", "SRV"},
    {"SRV_cbengine_error_logs/x.errlog", "SRV"},
    {"_DPM_Error_Logs.zip/x.errlog", ""},
    {"DPM_Data.zip/events.tar/CloudBackup.evtx", ""},
    {"C:\\Program Files\\Microsoft Azure Recovery Services Agent\\Temp\\x.errlog", ""},
    {"D:/bundles/FS01/C/Program Files/MARS/Temp/x.errlog", "FS01"},
    {"FS01/C$/Windows/Temp/x.errlog", "FS01"},
    {"FS01/2020-07-21/x.errlog", "FS01"},
    {"FS01/Scratch/x.errlog", "FS01"},
    {"FS01_logs.tgz/x.errlog", "FS01"},
    {"x.errlog", ""},
    {"SRV1.errlog", "SRV1"},
    {"SRV-FILE01.errlog", "SRV-FILE01"},
    {"Zeus/SRV1.errlog", "SRV1"},
    {"LAgent0.errlog", ""},
    {"DPMUI1.errlog", ""},
    {"SRV.errlog", ""},
    {"FILE01/Temp/x.errlog", "FILE01"},
    {"DATA12.zip/x.errlog", "DATA12"},
    {"file1/x.errlog", ""},
    {"data2024/x.errlog", ""},
    {"night01/x.errlog", ""},
    {"2024.errlog", ""},
    {"", ""},
    {"/x.errlog", ""},
    {"./../x.errlog", ""},
    {"-/x.errlog", ""},
    {"N1//Temp///x", "N1"},
    {"N1.ZIP/x", "N1"},
    {".zip/x", ""},
    {"../../N2/x", "N2"},
    {"N1.7z/WABDiag/x", "N1"},
    {"N3.tgz\\Logs\\x", "N3"},
    {"10.0.0.5/Temp/x.errlog", "10.0.0.5"},
    {"fs01.contoso.local/Temp/x.errlog", "fs01.contoso.local"},
    {"ZEUS.tar/CBENGINE_Error_Logs.zip/CBEngineCurr.errlog", "ZEUS"},
    {"contoso/ZEUS/Temp/x.errlog", "ZEUS"},
    {"contoso/FS01/Temp/x.errlog", "FS01"},
    {"DPM1/FS01/x.errlog", "FS01"},
    {"FS01/DPM1/x.errlog", "FS01"},
    {"MABS02.tar/x.errlog", "MABS02"},
    {"WIN-8FJ2K3L4M5N/x.errlog", "WIN-8FJ2K3L4M5N"},
    {"SRV-MUC-FS/x.errlog", "SRV-MUC-FS"},
    {"Kunde Meier/FS01/x.errlog", "FS01"},
    {"Kunde Meier/x.errlog", "Kunde Meier"},
    {"東京本社/x.errlog", "東京本社"},
    {"東京本社/FS01/x.errlog", "FS01"},
    {"contoso2024/ZEUS/x.errlog", "ZEUS"},
};

static const struct named_place below_a_server[] = {
    {"FS01/old/x.errlog", "FS01"},
    {"FS01/Old logs/x.errlog", "FS01"},
    {"FS01/archive/x.errlog", "FS01"},
    {"FS01/neu/x.errlog", "FS01"},
    {"FS01/13.05.2024/x.errlog", "FS01"},
    {"FS01/20240513/x.errlog", "FS01"},
    {"FS01/2024-05-13 0805/x.errlog", "FS01"},
    {"FS01/Kopie/x.errlog", "FS01"},
    {"FS01/errlogs/x.errlog", "FS01"},
    {"FS01/before/x.errlog", "FS01"},
    {"FS01/day1/x.errlog", "FS01"},
    {"FS01/Tag 1/x.errlog", "FS01"},
    {"FS01/Montag/x.errlog", "FS01"},
    {"FS01/run2/x.errlog", "FS01"},
    {"FS01/Temp (2)/x.errlog", "FS01"},
    {"FS01/Temp - Copy/x.errlog", "FS01"},
    {"FS01/backup/x.errlog", "FS01"},
    {"FS01/backup2/x.errlog", "FS01"},
    {"FS01/logs_old/x.errlog", "FS01"},
    {"FS01/.Crash/x.errlog", "FS01"},
    {"FS01/gestern/x.errlog", "FS01"},
    {"FS01/attachments/x.errlog", "FS01"},
    {"FS01/Neuer Ordner/x.errlog", "FS01"},
    {"FS01/New folder/x.errlog", "FS01"},
    {"FS01/新しいフォルダー/x.errlog", "FS01"},
    {"FS01/Ereignisse/x.errlog", "FS01"},
    {"FS01/screenshots/x.errlog", "FS01"},
    {"FS01/probe/x.errlog", "FS01"},
    {"FS01/v2/x.errlog", "FS01"},
    {"ZEUS/old/x.errlog", "ZEUS"},
    {"ZEUS/Temp (2)/x.errlog", "ZEUS"},
    {"ZEUS/新しいフォルダー (2)/x.errlog", "ZEUS"},
    {"FS01/0f8fad5b-d9cb-469f-a165-70867728950e/x.errlog", "FS01"},
    {"FS01/KB5001234/x.errlog", "FS01"},
};

static const struct named_place called_by_people[] = {
    {"attachments.zip/x.errlog", ""},
    {"Temp (1).zip/x.errlog", ""},
    {"logs.zip/x.errlog", ""},
    {"download.zip/x.errlog", ""},
    {"case12345.zip/x.errlog", ""},
    {"2405130040001234.zip/x.errlog", ""},
    {"202407210930/x.errlog", ""},
    {"123456789012/x.errlog", ""},
    {"123456789012.zip/x.errlog", ""},
    {"Logs_2024.zip/x.errlog", ""},
    {"Neuer ZIP-komprimierter Ordner.zip/x.errlog", ""},
    {"Desktop.zip/x.errlog", ""},
    {"failed backup of FS01.eml/x.errlog", ""},
    {"alerts.mbox.txt/x.errlog", ""},
    {"azure backup logs.zip/x.errlog", ""},
    {"for support.zip/x.errlog", ""},
    {"good.7z/x.errlog", ""},
    {"ticket 42.zip/x.errlog", ""},
    {"backup-logs-2026-07-21.zip/x.errlog", ""},
    {"mars_logs_friday.zip/x.errlog", ""},
    {"MARSAgentLogs.zip/x.errlog", ""},
    {"AzureBackup_Logs_20260721.zip/x.errlog", ""},
    {"dpmlogs.zip/x.errlog", ""},
    {"INC0012345.zip/x.errlog", ""},
    {"UTF-16/x.errlog", ""},
    {"D_drive/x.errlog", ""},
    {"tmpx_3k9d0q/x.errlog", ""},
    {"tmp.Xa12bC90dE/x.errlog", ""},
    {"weblogs01/x.errlog", "weblogs01"},
    {"DC01-CBEngineLogs.zip/x.errlog", "DC01"},
    {"tmp01/x.errlog", ""},
    {"tm/x.errlog", "tm"},
    {"zeus_21Jul/x.errlog", "zeus"},
    {"FS01-night2/x.errlog", "FS01"},
    {"FS01-Monday.zip/x.errlog", "FS01"},
    {"FS01 failed files.zip/x.errlog", "FS01"},
    {"FS01-DEC/x.errlog", "FS01-DEC"},
    {"SRV_01_21Jul/x.errlog", "SRV_01"},
    {"FS01.zip/x.errlog", "FS01"},
    {"Logs FS01.zip/x.errlog", "FS01"},
    {"FS01 logs.zip/x.errlog", "FS01"},
    {"FS01-logs.zip/x.errlog", "FS01"},
    {"logs-FS01.zip/x.errlog", "FS01"},
    {"FS01-2024-05-13.zip/x.errlog", "FS01"},
    {"2024-05-13_FS01.zip/x.errlog", "FS01"},
    {"FS01_20240513_080512.zip/x.errlog", "FS01"},
    {"FS01 (2).zip/x.errlog", "FS01"},
    {"FS01 - Copy.zip/x.errlog", "FS01"},
    {"FS01.old/x.errlog", "FS01"},
    {"FS01.contoso.com.zip/x.errlog", "FS01.contoso.com"},
    {"Contoso FS01.zip/x.errlog", "FS01"},
    {"FS01-OLD.zip/x.errlog", "FS01-OLD"},
    {"SRV-01.zip/x.errlog", "SRV-01"},
    {"SRV_01.zip/x.errlog", "SRV_01"},
    {"Server 1/x.errlog", "Server 1"},
    {"FS01 and FS02/x.errlog", "FS01 and FS02"},
};

static const struct named_place logs[] = {
    {"FS01_LastBackupFailedFiles17af1_7_18_2024_23_00_00.txt", "FS01"},
    {"a.zip/FS02-LastBackupFailedFiles17af1_7_18_2024_23_00_00.txt", "FS02"},
    {"LastBackupFailedFiles17af1_7_18_2024_23_00_00.txt", ""},
    {"LastBackupFailedFiles_7_18_2024_23_00_00.txt", ""},
    {"LastBackupFailedFiles_a17f1_7_18_2024_23_00_00.txt", ""},
    {"LastBackupFailedFiles_FS01.txt", "FS01"},
    {"FS01-CBEngineCurr.errlog", "FS01"},
    {"FS01-ServiceCurr.errlog", "FS01"},
    {"FS01-Service2.errlog", "FS01"},
    {"u16eng-nobom.errlog", ""},
    {"FS01-monday.errlog", "FS01"},
    {"utf16-list.errlog", ""},
    {"CBEngineCurr.FS01.errlog", "FS01"},
    {"CBEngineCurr_10.0.0.5.errlog", "10.0.0.5"},
    {"LastBackupFailedFiles17af1_7_18_2024_23_00_00_FS01.txt", "FS01"},
    {"LastBackupFailedFiles17af1_7_18_2024_23_00_00-FS01.txt", "FS01"},
    {"LastBackupFailedFiles17af1_7_18_2024_23_00_00.FS01.txt", "FS01"},
    {"FS01-failed.txt", "FS01"},
    {"FS01 failed files.txt", "FS01"},
    {"CBEngineCurr_utf8.errlog", ""},
    {"FS01.contoso.com-CBEngineCurr.errlog", "FS01.contoso.com"},
    {"SRV-FS01-CBEngineCurr.errlog", "SRV-FS01"},
    {"zeus_CBEngine0.errlog", "zeus"},
    {"CBEngineCurr_FS01.errlog", "FS01"},
    {"CBEngineCurr (FS01).errlog", "FS01"},
    {"CBEngineCurr.errlog.2016-06-01_20-55-45.Crash", ""},
    {"CBEngineCurr (2).errlog", ""},
    {"CBEngine 12.errlog", ""},
    {"old-CBEngineCurr.errlog", ""},
    {"Copy of CBEngineCurr.errlog", ""},
    {"2024-05-13_CBEngineCurr.errlog", ""},
    {"N1-DPMRACurr.errlog", "N1"},
    {"FS01/zeus_CBEngineCurr.errlog", "FS01"},
    {"FS01/FS02-CBEngineCurr.errlog", "FS02"},
    {"FS02_jobs.txt", "FS02"},
    {"jobs-FS02.csv", "FS02"},
    {"jobs2.csv", ""},
    {"events.tsv", ""},
    {"made-up.errlog", ""},
    {"FS01-GatewayProvider0.errlog", "FS01"},
    {"N1-OtherService3.errlog", "N1"},
    {"made.log", ""},
    {"FS01/events.tsv", "FS01"},
    {"CBEngineCurr_fs01.contoso.com.errlog", "fs01.contoso.com"},
    {"fs01.contoso.com jobs.csv", "fs01.contoso.com"},
    {"jobs-2024-05-13.csv", ""},
    {"zeus_jobs.csv", ""},
    {"u_ex230118.log", ""},
    {"notes.txt", ""},
};

static void check(const struct named_place *places, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct guard guard = guard_copy(span_of(places[i].place));
        struct span host = host_name_of_place((struct span){guard.bytes, guard.length});
        char text[64];
        snprintf(text, sizeof text, "%.*s", (int)host.length, host.bytes ? host.bytes : "");
        cr_expect(eq(str, text, (char *)places[i].host), "%s", places[i].place);
        guard_release(&guard);
    }
}

Test(input_host_name, names_the_nearest_folder_that_is_most_likely_a_server)
{
    check(collected, sizeof collected / sizeof *collected);
}

Test(input_host_name, takes_no_folder_of_a_server_for_another)
{
    check(below_a_server, sizeof below_a_server / sizeof *below_a_server);
}

Test(input_host_name, leaves_out_the_words_that_people_put_around_a_server)
{
    check(called_by_people, sizeof called_by_people / sizeof *called_by_people);
}

Test(input_host_name, reads_the_server_in_the_name_of_a_log)
{
    check(logs, sizeof logs / sizeof *logs);
}
