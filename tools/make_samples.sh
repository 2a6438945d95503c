#!/bin/sh
# make_samples.sh: regenerates the samples/ folder, whose invented lines have the form of published ones;
# samples/README.md describes them. Run it by hand and commit the result. It writes the same bytes every
# time. Needs iconv, gzip and zip.
set -eu
cd "$(dirname "$0")/../samples"
export LC_ALL=C.UTF-8 TZ=UTC
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pid=1A2C tid=0F10 day=07/21
job=- pointer='[000000001B2F40D0]'

# record TIME COMPONENT SOURCE LEVEL TEXT: prints a record of 11 columns; job - means none.
record() {
    shown_job=$job
    [ "$job" != - ] || shown_job=
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t\t%s\t%s\n' \
        "$pid" "$tid" "$day" "$1" "$2" "$3" "$pointer" "$shown_job" "$4" "$5"
}
trace() { record "$1" 32 'fileprovider.cpp(1479)' NORMAL "$2"; }
step() { record "$1" 71 "backupasync.cpp($2)" NORMAL "Backup Progress: $3"; }
unread() { record "$1" 18 'mtffile.cpp(1372)' WARNING "Failed: Hr: = [$2] BackupRead failed on file($3)"; }
managed() { # TIME COMPONENT SOURCE LEVEL TEXT: .NET code has no pointer
    pointer_before=$pointer
    pointer=
    record "$@"
    pointer=$pointer_before
}
prebackup() { # HH:MM
    step "$1:00.118" 1279 'Prebackup started.'
    trace "$1:00.402" '==>FileProvider::BeginData'
    record "$1:01.007" 3 'dynamicloadedmodule.cpp(61)' WARNING \
        'GetModuleHandle failed for Library [vssapi.dll], will try LoadLibrary'
    step "$1:07.950" 1281 'Prebackup finished.'
    step "$1:08.001" 1292 'Initialize Storage started.'
    step "$1:41.377" 1295 'Initialize Storage finished.'
    step "$1:41.380" 1299 'Data transfer started.'
}
finish() { # HH:MM
    trace "$1:02.541" '<--FileProvider::EndData'
    step "$1:02.779" 1302 'Data transfer finished'
    step "$1:03.120" 1332 'Integrity Check started.'
    step "$1:27.664" 1334 'Integrity Check finsihed.'
    step "$1:27.670" 1338 'Succeeded'
    step "$1:28.015" 1345 'UnInitialize Storage started.'
    step "$1:33.246" 1347 'UnInitialize Storage finsihed.'
}
catalogue() { # HH:MM COUNT: upload of the catalogue, 500 entries a record
    uploaded=0
    while [ "$uploaded" -lt "$2" ]; do
        managed "$1:$((10 + uploaded)).993" 70 'itemcatalogupdater.cpp(652)' NORMAL 'Uploading 500 RO entries'
        uploaded=$((uploaded + 1))
    done
}
snapshot_failure() { # HH:MM
    record "$1:12.030" 31 'vsssnapshotrequestor.cpp(585)' WARNING \
        'Failed: Hr: = [0x80042306] : Snapshot of volume E:\ could not be taken'
    record "$1:12.044" 71 'backupasync.cpp(1184)' WARNING \
        'Failed: Hr: = [0x80042306] Backup Progress: Failed'
}
exception() { # HH:MM
    managed "$1:44.870" 79 'WcfClient.cs(214)' WARNING \
        'Error while sending telemetry System.Net.WebException: Unable to connect to the remote server'
    managed "$1:44.870" 79 'WcfClient.cs(214)' WARNING \
        '--->System.Net.Sockets.SocketException: A connection attempt failed'
    managed "$1:44.870" 79 'WcfClient.cs(214)' WARNING \
        '   at System.Net.Sockets.Socket.EndConnect(IAsyncResult asyncResult)'
    managed "$1:44.870" 79 'WcfClient.cs(214)' WARNING \
        '   at System.Net.ServicePoint.ConnectSocketInternal(Boolean connectFailure, Socket s4)'
}
rule() { printf '%*s\n' "$1" '' | tr ' ' -; }
failed_files_list() { # the entries come from standard input
    printf 'Consider adding these to exclusion list of backup policy.'
    rule 46
    cat
    rule 103
}
crlf() { sed 's/$/\r/'; }
utf16() { printf '\377\376'; crlf | iconv -f UTF-8 -t UTF-16LE; }

# ---- the two separate samples -------------------------------------------------------------

plain_engine_log() {
    day=07/20 job=7E1B3C52-0D64-4F7A-9B0E-2A6C81D4F013
    prebackup 00:00
    catalogue 00:40 4
    finish 00:58
    job=-
    managed 00:59:00.214 75 'OMUtils.cs(88)' WARNING 'cbpVersion 2.0.9267.0 , latestVersion 2.0.9267.0'
    day=07/21 job=91C40F7D-53A8-4E0C-8C55-6B1DF2E7A902
    prebackup 00:00
    unread 00:03:10.440 0x80070020 'D:\Data\Accounts\ledger 2024.xlsx'
    unread 00:03:11.902 0x80070020 'D:\Data\Accounts\open items (July).xlsx'
    unread 00:03:12.015 0x80070005 'D:\Data\HR\contracts\A & B.docx'
    unread 00:03:12.331 0x80070005 'D:\Data\HR\contracts\2019\offer.docx'
    unread 00:04:40.127 0x8007018b 'D:\Data\OneDrive\Pictures\site 01.jpg'
    unread 00:04:40.128 0x8007018b 'D:\Data\OneDrive\Pictures\site 02.jpg'
    unread 00:04:40.131 0x8007018b 'D:\Data\OneDrive\Pictures\site 03.jpg'
    unread 00:05:18.606 0x80070570 'D:\Data\Scans\2011\0042.tif'
    unread 00:05:19.254 0x80070002 'D:\Data\Temp\~build.tmp'
    unread 00:13:10.441 0x80070020 'D:\Data\Accounts\ledger 2024.xlsx'
    unread 00:23:10.438 0x80070021 'D:\Data\Accounts\ledger 2024.xlsx'
    catalogue 00:40 3
    exception 00:41
    finish 00:58
    day=07/22 job=0C6A9E38-7B12-49D5-A3F4-E5128D90BC67
    prebackup 00:00
    record 00:07:31.500 71 'backupasync.cpp(1607)' WARNING \
        'Backup failed because of insufficient storage in volume C: where the scratch folder is located.'
    snapshot_failure 00:08
    record 00:08:13.101 71 'backupasync.cpp(1611)' FATAL \
        'The Microsoft Azure Recovery Services Agent was unable to connect to Microsoft Azure Backup. (ID: 100050)'
    step 00:08:14.000 1345 'UnInitialize Storage started.'
    step 00:08:19.246 1347 'UnInitialize Storage finsihed.'
}

plain_list() {
    failed_files_list <<'LIST'
0x80070005, D:\Data\HR\contracts\A & B.docx
0x80070005, D:\Data\HR\contracts\2019\offer.docx
0x80070005, D:\Data\HR\contracts\2020\offer.docx
0x80070005, D:\Data\HR\contracts\2021\offer, signed.docx
0x80070005, D:\Data\HR\payroll\2024-06.xlsx
0x80070005, D:\Data\HR\payroll\2024-07.xlsx
0x80070020, D:\Data\Accounts\ledger 2024.xlsx
0x80070020, D:\Data\Accounts\open items (July).xlsx
0x80070020, D:\Data\Mail\archive.pst
0x80070020, D:\Data\Mail\office.pst
0x8007018B, D:\Data\OneDrive\Pictures\site 01.jpg
0x8007018B, D:\Data\OneDrive\Pictures\site 02.jpg
0x8007018B, D:\Data\OneDrive\Pictures\site 03.jpg
0x8007018B, D:\Data\OneDrive\Plans\hall east.pdf
0x8007018B, D:\Data\OneDrive\Plans\hall west.pdf
0x8007018B, D:\Data\OneDrive\会議資料\議事録 7月.docx
0x8007018B, D:\Data\OneDrive\会議資料\配布資料 (最終版).pptx
0x80070570, D:\Data\Scans\2011\0042.tif
0x80070570, D:\Data\Scans\2011\0043.tif
0x80070570, D:\Data\Scans\2011\0044.tif
0x80070002, D:\Data\Temp\~build.tmp
0x80070002, D:\Data\Temp\~index.tmp
0x80070003, D:\Data\Temp\session\cache.bin
0x800700CE, D:\Data\Projects\a name that has grown over many years\and one more folder\plan.dwg
D:\Data\Projects\no reason given.txt
LIST
}

# ---- SRV-FILE01: a file server whose last backup completed with warnings ---------------------------

file_server_engine_log() {
    pid=0D30 tid=21A8 day=07/21 job=3F9D2A10-64BC-4B7E-A1C2-0E5D7788F4A1
    prebackup 01:00
    unread 01:03:52.101 0x80070020 'D:\共有\経理\2024年度 決算 (最終版).xlsx'
    unread 01:03:52.377 0x80070020 'D:\Shares\Finance\ledger.pst'
    unread 01:05:10.009 0x80070005 'D:\Shares\HR\contracts\A & B.docx'
    unread 01:05:10.015 0x80070005 'D:\Shares\HR\contracts\L O A N   AGREEMENT.doc'
    unread 01:07:33.640 0x8007018b 'D:\Shares\Design\OneDrive\plan.pptx'
    unread 01:07:33.641 0x8007018b 'D:\Shares\Design\OneDrive\draft.pptx'
    unread 01:07:33.643 0x8007018b 'D:\Shares\Design\OneDrive\写真\現場 01.jpg'
    unread 01:09:20.880 0x80070570 'D:\Shares\Archive\2011\scan_0042.tif'
    unread 01:09:26.112 0x80070570 'D:\Shares\Archive\2011\scan_0043.tif'
    unread 01:13:52.377 0x80070020 'D:\Shares\Finance\ledger.pst'
    unread 01:23:52.377 0x80070020 'D:\Shares\Finance\ledger.pst'
    catalogue 01:40 6
    exception 01:41
    finish 01:58
    job=-
    managed 01:59:00.214 75 'OMUtils.cs(88)' WARNING 'cbpVersion 2.0.9267.0 , latestVersion 2.0.9267.0'
    record 01:59:00.950 71 'backupasync.cpp(2044)' WARNING 'Last completed state for Ds Id: 17af1 is 7'
}

file_server_older_log() {
    pid=0D30 tid=1B04 day=07/19 job=B7E6011C-9D2F-4C38-8F4B-63A2C95D1E70
    prebackup 01:00
    catalogue 01:40 5
    finish 01:58
    day=07/20 job=C81F4473-2E0A-4D95-BB6C-17F03A8E5D29
    prebackup 01:00
    record 01:02:14.600 71 'backupasync.cpp(1611)' FATAL \
        'The Microsoft Azure Recovery Services Agent was unable to connect to Microsoft Azure Backup. (ID: 100050)'
    record 01:02:15.003 71 'backupasync.cpp(1184)' WARNING \
        'Failed: Hr: = [0x80072ee7] Backup Progress: Failed'
    step 01:02:15.500 1345 'UnInitialize Storage started.'
    step 01:02:16.111 1347 'UnInitialize Storage finsihed.'
}

console_log() {
    pid=2F08 tid=0A1C day=07/21 job=-
    managed 08:12:40.310 75 'OMUtils.cs(120)' NORMAL '==>LoadJobs'
    managed 08:12:40.955 75 'OMUtils.cs(131)' NORMAL '<--LoadJobs'
    managed 08:12:41.020 75 'OMUtils.cs(140)' NORMAL 'Loaded 14 jobs | Params: {Days = 30}{Filter = None}'
}

first_list() {
    failed_files_list <<'LIST'
D:\共有\経理\2024年度 決算 (最終版).xlsx, 0x80070020
D:\Shares\Finance\ledger.pst, 0x80070020
D:\Shares\HR\contracts\A & B.docx, 0x80070005
D:\Shares\HR\contracts\L O A N   AGREEMENT.doc, 0x80070005
D:\Shares\HR\reviews\2023, second half.docx, 0x80070005
D:\Shares\Design\OneDrive\plan.pptx, 0x8007018B
D:\Shares\Design\OneDrive\draft.pptx, 0x8007018B
D:\Shares\Design\OneDrive\写真\現場 01.jpg, 0x8007018B
D:\Shares\Design\OneDrive\写真\現場 02.jpg, 0x8007018B
D:\Shares\Archive\2011\scan_0042.tif, 0x80070570
D:\Shares\Archive\2011\scan_0043.tif, 0x80070570
LIST
}

second_list() {
    failed_files_list <<'LIST'
E:\Projects\site\~build.tmp, 0x80070002
E:\Projects\site\out\report.pdf, 0x80070002
LIST
}

event_list() {
    printf 'Informational\tBACKUP_START_EVENT\t1\tThe backup operation has started.\n'
    printf 'Error\tBACKUP_ERROR_STOP_EVENT\t11\tThe backup operation has completed with errors.\n'
    printf 'Informational\tBACKUP_START_EVENT\t1\tThe backup operation has started.\n'
    printf 'Warning\tBACKUP_WARNING_STOP_EVENT\t10\tThe backup operation has completed with warnings.\n'
}

# ---- SRV-APP02: an application server whose scratch volume is full --------------------------------

application_server_engine_log() {
    pid=12F4 tid=0B38 day=07/20 job=5A0B77E2-C1D3-4F86-9E44-D20F6B3A8C15
    prebackup 02:00
    unread 02:03:40.200 0x80070020 'C:\App\data\queue.mdb'
    unread 02:03:41.777 0x80070005 'C:\App\keys\machine.key'
    catalogue 02:20 2
    finish 02:30
    day=07/21 job=E94D1B06-38F7-4A52-B0C9-7C65A1F2D384
    prebackup 02:00
    record 02:06:31.500 71 'backupasync.cpp(1607)' WARNING \
        'Backup failed because of insufficient storage in volume C: where the scratch folder is located.'
    record 02:06:31.700 71 'backupasync.cpp(1184)' WARNING \
        'Failed: Hr: = [0x80070070] Backup Progress: Failed'
    step 02:06:32.000 1345 'UnInitialize Storage started.'
    step 02:06:33.246 1347 'UnInitialize Storage finsihed.'
}

application_server_list() {
    failed_files_list <<'LIST'
C:\App\data\queue.mdb, 0x80070020
C:\App\keys\machine.key, 0x80070005
LIST
}

application_server_older_log() {
    pid=12F4 tid=0B38 day=07/18 job=F0C2A8B4-1D77-4E93-85A6-B93E4D0C7F68
    prebackup 02:00
    finish 02:30
}

system_state_log() {
    cat <<'LIST'
Error in backup of C:\Windows\System32\config\systemprofile\AppData\Local\cache.dat during write: Error [0x80070020] The process cannot access the file because it is being used by another process.
Error in backup of c:\windows\\systemroot\  during enumerate: Error [0x8007007b] The filename, directory name, or volume label syntax is incorrect.
Error in backup of C:\ProgramData\Vendor\keys\ during write: Error [0x80070005] Access is denied.
LIST
}

picture() { # a PNG of one grey pixel
    printf '\211PNG\r\n\032\n\000\000\000\rIHDR\000\000\000\001\000\000\000\001\010\000\000\000\000\072\176\233\125'
    printf '\000\000\000\nIDATx\234c\150\000\000\000\202\000\201\116\360\042\020\000\000\000\000IEND\256B`\202'
}

rm -f CBEngineCurr.errlog LastBackupFailedFiles17af1_7_21_2024_01_00_03.txt bundle.zip
plain_engine_log | crlf > CBEngineCurr.errlog
plain_list | crlf > LastBackupFailedFiles17af1_7_21_2024_01_00_03.txt

file=$work/SRV-FILE01 application=$work/SRV-APP02
mkdir -p "$file/Temp" "$application/CBENGINE_Error_Logs" "$application/WindowsServerBackup"
file_server_engine_log | utf16 > "$file/Temp/CBEngineCurr.errlog"
file_server_older_log | utf16 > "$file/Temp/CBEngine1.errlog"
console_log | utf16 > "$file/Temp/CBUICurr.errlog"
first_list | utf16 > "$file/Temp/LastBackupFailedFiles17af1_7_21_2024_01_58_33.txt"
second_list | crlf > "$file/Temp/LastBackupFailedFiles2c0e4_7_21_2024_01_58_33.txt"
event_list | crlf > "$file/CloudBackupEvents.tsv"
{
    printf 'ElfFile\000'
    head -c 4088 /dev/zero
} > "$file/CloudBackup.evtx"
printf 'Item\tValue\nOS Name\tWindows Server\nSystem Name\tSRV-FILE01\n' | utf16 > "$file/systeminfo.nfo"
printf 'vssadmin 1.1\n\nWriter name: System Writer\n   State: [1] Stable\n' | utf16 > "$file/VSS_Info.txt"
printf 'Host Name: SRV-FILE01\nTotal Physical Memory: 16,383 MB\n' | crlf > "$file/systeminfo.txt"
picture > "$file/console.png"
: > "$file/MARS_Registry.txt"

application_server_engine_log | utf16 > "$application/CBENGINE_Error_Logs/CBEngineCurr.errlog"
application_server_list | utf16 > \
    "$application/CBENGINE_Error_Logs/LastBackupFailedFiles9b3d2_7_20_2024_02_30_33.txt"
find "$work" -exec touch -d 2024-07-22T06:00:00Z {} +
(cd "$application" && zip -X -q -r CBENGINE_Error_Logs.zip CBENGINE_Error_Logs)
rm -r "$application/CBENGINE_Error_Logs"
application_server_older_log | utf16 | gzip -9 -n > "$application/CBEngine7.errlog.gz"
system_state_log | crlf > "$application/WindowsServerBackup/Backup_Error-21-07-2024_02-10-11.log"
find "$work" -exec touch -d 2024-07-22T06:00:00Z {} +
(cd "$work" && find SRV-FILE01 SRV-APP02 | LC_ALL=C sort | zip -X -q "$OLDPWD/bundle.zip" -@)
