#include "support/report_fixture.h"

const char *fixture_name(enum fixture fixture)
{
    static const char *const names[] = {"nothing", "quiet", "usual",  "grouped",
                                        "bare",    "huge",  "hostile"};
    return names[fixture];
}

#define AT(month_, day_, hour_, minute_)                                                           \
    {                                                                                              \
        .year = 2020, .month = month_, .day = day_, .hour = hour_, .minute = minute_,              \
        .second = 29, .has_time = true, .has_milliseconds = true, .millisecond = 206               \
    }

static const struct report_host hosts[] = {
    {.name = SPAN("FS02"), .logs = 2, .files = 472, .findings = 3},
    {.name = SPAN("N1"), .logs = 3, .files = 812, .findings = 0},
    {.name = SPAN("経理サーバー"), .logs = 1},
};

static const struct report_log logs[] = {
    {.source = SPAN("bundles/N1_DPM_Error_Logs.zip"),
     .member = SPAN("CBENGINE_Error_Logs/CBEngineCurr.errlog"),
     .host = SPAN("N1"),
     .kind = "engine-log",
     .grammar = "cbengine",
     .encoding = "UTF-8",
     .books = {.lines = 11000, .by_class = {820, 0, 0, 10100, 2, 78}},
     .complete = true,
     .first_seen = AT(8, 4, 13, 16),
     .last_seen = AT(8, 6, 2, 10)},
    {.source = SPAN("bundles/FS02/Temp/LastBackupFailedFiles1A2B_8_5_2020_2_10.txt"),
     .host = SPAN("FS02"),
     .kind = "failed-files-list",
     .grammar = "failed-files",
     .encoding = "UTF-16LE",
     .books = {.lines = 475, .by_class = {472, 0, 0, 0, 0, 3}},
     .complete = true},
    {.source = SPAN("bundles/FS02/CBEngine3.errlog.gz"),
     .host = SPAN("FS02"),
     .kind = "engine-log",
     .grammar = "cbengine",
     .encoding = "windows-1252",
     .books = {.lines = 870, .by_class = {9, 14, 3, 700, 0, 144}, .outside_period = 400},
     .repaired_lines = 3,
     .cut_lines = 1,
     .complete = false,
     .problem = SPAN("the gzip data ends early, after 870 whole lines"),
     .first_seen = AT(8, 4, 23, 59),
     .last_seen = AT(8, 5, 1, 2)},
};

static const struct report_code locked_codes[] = {
    {.value = 0x80070020,
     .has_value = true,
     .text = "0x80070020",
     .symbol = "ERROR_SHARING_VIOLATION",
     .meaning = "The process cannot access the file because it is being used by another process",
     .files = 800,
     .events = 818},
    {.value = 0x80070021,
     .has_value = true,
     .text = "0x80070021",
     .symbol = "ERROR_LOCK_VIOLATION",
     .meaning = "Another process has locked part of the file",
     .files = 12,
     .events = 12},
};
static const struct report_code denied_codes[] = {
    {.value = 0x80070005,
     .has_value = true,
     .text = "0x80070005",
     .symbol = "ERROR_ACCESS_DENIED",
     .meaning = "Access is denied",
     .files = 460,
     .events = 462},
};
static const struct report_code damaged_codes[] = {
    {.value = 0x80070570,
     .has_value = true,
     .text = "0x80070570",
     .symbol = "ERROR_FILE_CORRUPT",
     .meaning = "The file or directory is corrupted and unreadable",
     .files = 9,
     .events = 9},
};
static const struct report_code no_codes[] = {
    {.text = "-", .symbol = "", .meaning = "", .files = 3, .events = 3},
};

static const struct report_folder locked_folders[] = {
    {.path = SPAN("D:\\Users\\user01\\AppData\\Local\\Mail Client\\Profiles"), .files = 700},
    {.path = SPAN("D:\\共有\\営業部\\見積書"), .files = 100},
    {.path = SPAN("E:\\Apps"), .files = 8},
};
static const struct report_folder denied_folders[] = {
    {.path = SPAN("D:\\System Volume Information"), .files = 460},
};

static const struct span n1_host[] = {SPAN("N1")};
static const struct span both_hosts[] = {SPAN("FS02"), SPAN("N1")};

static const char *const locked_actions_en[] = {
    "Find out which process holds the files, and move the schedule to a time when it is closed, or "
    "use that application's own backup",
    "Check that the Volume Shadow Copy service works: vssadmin list writers"};
static const char *const locked_actions_ja[] = {
    "ファイルを使用しているプロセスを特定し、そのプロセスが終了している時間帯にスケジュールを変更す"
    "る"
    "か、アプリケーション自身のバックアップ機能を使用する",
    "ボリューム シャドウ コピー サービスの動作を確認する: vssadmin list writers"};
static const char *const denied_actions_en[] = {
    "Exclude cbengine.exe and the agent's folders from antivirus, then check that SYSTEM may read"};
static const char *const denied_actions_ja[] = {
    "ウイルス対策で cbengine.exe とエージェントのフォルダーを除外し、SYSTEM "
    "の読み取り権限を確認する"};
static const char *const damaged_actions_en[] = {
    "Run chkdsk /f on the source volume, then recover the files from an older recovery point"};
static const char *const damaged_actions_ja[] = {
    "元のボリュームで chkdsk /f を実行し、古い回復ポイントからファイルを回復する"};

#define EN_JA(language, english, japanese) ((language) == LANGUAGE_JA ? (japanese) : (english))

enum { USUAL_REASONS = 4 };

static const struct report_reason *usual_reasons(enum language language)
{
    static struct report_reason reasons[LANGUAGE_COUNT][USUAL_REASONS];
    struct report_reason *all = reasons[language];
    all[0] = (struct report_reason){
        .rank = 1,
        .category = "locked",
        .title = EN_JA(language, "In use or locked", "使用中・ロック"),
        .meaning = EN_JA(
            language, "Another process holds the file, even in the snapshot or while it is read",
            "ほかのプロセスがファイルを使用しており、スナップショットからも読み取れない"),
        .severity = SEVERITY_WARNING,
        .at_risk = true,
        .transient = true,
        .files = 812,
        .events = 830,
        .share_percent = 63.24,
        .actions = EN_JA(language, locked_actions_en, locked_actions_ja),
        .action_count = 2,
        .exclusion = EN_JA(language, "only temporary, cache and log files",
                           "一時ファイル、キャッシュ、ログのみ"),
        .reference = "https://learn.microsoft.com/azure/backup/backup-azure-mars-troubleshoot",
        .codes = locked_codes,
        .code_count = 2,
        .folders = locked_folders,
        .folder_count = 3,
        .folders_total = 5,
        .hosts = n1_host,
        .host_count = 1,
        .example = {.path = SPAN("D:\\Users\\user01\\AppData\\Local\\Mail Client\\Profiles\\2020\\"
                                 "Archive of the first half year\\mailbox-archive.pst"),
                    .place = {.log = 0, .line = 1234}},
        .first_seen = AT(8, 4, 13, 16),
        .last_seen = AT(8, 6, 2, 10)};
    all[1] = (struct report_reason){
        .rank = 2,
        .category = "access_denied",
        .title = EN_JA(language, "Access denied", "アクセス拒否"),
        .meaning = EN_JA(language, "Rights or a security product stop the SYSTEM account",
                         "権限またはセキュリティ製品により SYSTEM が読み取れない"),
        .severity = SEVERITY_WARNING,
        .at_risk = true,
        .files = 460,
        .events = 462,
        .share_percent = 35.8,
        .actions = EN_JA(language, denied_actions_en, denied_actions_ja),
        .action_count = 1,
        .exclusion = "",
        .reference = "",
        .codes = denied_codes,
        .code_count = 1,
        .folders = denied_folders,
        .folder_count = 1,
        .folders_total = 1,
        .hosts = both_hosts,
        .host_count = 2,
        .example = {.path = SPAN("D:\\System Volume Information\\tracking.log"),
                    .place = {.log = 1, .line = 4}}};
    all[2] = (struct report_reason){
        .rank = 3,
        .category = "corrupted",
        .title = EN_JA(language, "Damaged file or volume", "破損"),
        .meaning = EN_JA(language, "The structure of the file or the volume is damaged",
                         "ファイルまたはボリュームの構造が壊れている"),
        .severity = SEVERITY_ERROR,
        .at_risk = true,
        .files = 9,
        .events = 9,
        .share_percent = 0.7,
        .actions = EN_JA(language, damaged_actions_en, damaged_actions_ja),
        .action_count = 1,
        .exclusion =
            EN_JA(language, "no, until a good copy exists", "正常なコピーができるまで不可"),
        .reference = "",
        .codes = damaged_codes,
        .code_count = 1,
        .hosts = n1_host,
        .host_count = 1,
        .example = {.path = SPAN("D:\\共有\\営業部\\見積書\\2020年度\\顧客別\\最終版\\"
                                 "見積書_最終版_改訂3_(コピー).xlsx"),
                    .place = {.log = 0, .line = 5678}}};
    all[3] = (struct report_reason){
        .rank = 4,
        .category = "unknown",
        .title = EN_JA(language, "Unknown", "不明"),
        .meaning = "",
        .severity = SEVERITY_WARNING,
        .at_risk = true,
        .files = 3,
        .events = 3,
        .share_percent = 0.2,
        .exclusion = "",
        .reference = "",
        .codes = no_codes,
        .code_count = 1,
        .hosts = n1_host,
        .host_count = 1,
        .example = {.path = SPAN("D:\\a.txt"), .place = {.log = 0, .line = 9}}};
    return all;
}

static const struct report_row *usual_rows(enum language language)
{
    static struct report_row rows[LANGUAGE_COUNT][2];
    const struct report_reason *reasons = usual_reasons(language);
    struct report_row *all = rows[language];
    all[0] = (struct report_row){.host = SPAN("N1"),
                                 .reason = &reasons[0],
                                 .code = locked_codes[0],
                                 .action = reasons[0].actions[0],
                                 .reference = reasons[0].reference,
                                 .at_risk = true,
                                 .transient = true,
                                 .share_percent = 62.3,
                                 .first_seen = reasons[0].first_seen,
                                 .last_seen = reasons[0].last_seen,
                                 .example = reasons[0].example};
    all[1] = (struct report_row){.host = SPAN("FS02"),
                                 .reason = &reasons[1],
                                 .code = denied_codes[0],
                                 .action = reasons[1].actions[0],
                                 .reference = "",
                                 .at_risk = true,
                                 .share_percent = 35.8,
                                 .example = reasons[1].example};
    return all;
}

static const char *const finding_actions_en[] = {
    "Keep 5-10% of the backup size free on the scratch volume",
    "Copy Scratch to a larger disk with obengine stopped and update both ScratchLocation values"};
static const char *const finding_actions_ja[] = {
    "スクラッチのボリュームにバックアップ量の 5～10% の空きを確保する",
    "obengine を停止して Scratch を大きいディスクへコピーし、2 か所の ScratchLocation を変更する"};

static const struct report_finding *usual_findings(enum language language)
{
    static struct report_finding findings[LANGUAGE_COUNT][1];
    findings[language][0] = (struct report_finding){
        .rank = 1,
        .host = SPAN("FS02"),
        .id = "130055",
        .hex = "0x1FC07",
        .symbol = "SalLowDiskSpace",
        .title = EN_JA(language, "There is not enough space on the scratch volume",
                       "スクラッチ ボリュームの空き領域が不足しています"),
        .category = "cache",
        .category_title = EN_JA(language, "Scratch and cache", "スクラッチ・キャッシュ"),
        .severity = SEVERITY_ERROR,
        .events = 3,
        .first_seen = AT(8, 4, 23, 59),
        .last_seen = AT(8, 5, 1, 2),
        .cause = EN_JA(language, "The volume of the scratch folder has less than 2.5 GB left",
                       "スクラッチ フォルダーのボリュームの空きが 2.5 GB 未満"),
        .actions = EN_JA(language, finding_actions_en, finding_actions_ja),
        .action_count = 2,
        .reference = "https://learn.microsoft.com/azure/backup/backup-azure-mars-troubleshoot",
        .example = {.path = SPAN("Failed: Hr: = [0x80070070] Low disk space"),
                    .place = {.log = 2, .line = 77}}};
    return findings[language];
}

static const struct report_other_failure other_failures[] = {
    {.code = {.value = 0x80090016,
              .has_value = true,
              .text = "0x80090016",
              .symbol = "NTE_BAD_KEYSET",
              .meaning = "Keyset does not exist",
              .events = 2},
     .category = "credential",
     .example = {.path = SPAN("GetKey failed"), .place = {.log = 2, .line = 90}}},
    {.code = {.text = "-", .symbol = "", .meaning = "", .events = 1},
     .symbol = SPAN("System.IO.IOException"),
     .category = "",
     .example = {.path = SPAN("unhandled"), .place = {.log = 2, .line = 95}}},
};

static const struct report_job jobs[] = {
    {.host = SPAN("N1"),
     .name = SPAN("11111111-2222-3333-4444-555555555555"),
     .kind = "engine",
     .state = JOB_WARNINGS,
     .start = AT(8, 4, 13, 0),
     .end = AT(8, 4, 14, 30),
     .files = 812,
     .events = 830},
};

static const struct report_step *usual_steps(enum language language)
{
    static struct report_step steps[LANGUAGE_COUNT][3];
    const struct report_reason *reasons = usual_reasons(language);
    for (size_t i = 0; i < 3; i++) {
        const size_t order[] = {2, 0, 1};
        const struct report_reason *reason = &reasons[order[i]];
        steps[language][i] = (struct report_step){.action = reason->actions[0],
                                                  .reason_title = reason->title,
                                                  .category = reason->category,
                                                  .files = reason->files,
                                                  .events = reason->events,
                                                  .at_risk = reason->at_risk,
                                                  .reference = reason->reference};
    }
    return steps[language];
}

static const struct report_unparsed unparsed[] = {
    {.text = SPAN("0AB0\t0974\t08/04\t13:16\tbroken record \x1b[31mred"),
     .place = {.log = 0, .line = 300}},
    {.text = SPAN("????"), .place = {.log = 0, .line = 301}},
};

static const struct report_skipped skipped[] = {
    {.source = SPAN("bundles/FS02/Application.evtx"),
     .reason = "not-text",
     .detail = SPAN("a Windows event log")},
    {.source = SPAN("bundles/N1_DPM_Error_Logs.zip"),
     .member = SPAN("msinfo.nfo"),
     .reason = "unknown-text"},
    {.source = SPAN("bundles/N1_DPM_Error_Logs.zip"),
     .member = SPAN("empty.txt"),
     .reason = "empty"},
};

static const struct report_problem problems[] = {
    {.source = SPAN("bundles/N3.zip"),
     .member = SPAN("logs/old.zip"),
     .sentence = SPAN("the archive is encrypted")},
};

static const struct report_limit limits[] = {
    {.name = "max_line_bytes",
     .meaning = "bytes of one line, as UTF-8; the rest of the line is cut",
     .value = 262144,
     .times = 1,
     .source = SPAN("bundles/FS02/CBEngine3.errlog.gz")},
};

static const struct report_group *usual_groups(enum language language)
{
    static struct report_group groups[LANGUAGE_COUNT][2];
    const struct report_reason *reasons = usual_reasons(language);
    for (size_t i = 0; i < 2; i++)
        groups[language][i] = (struct report_group){.rank = i + 1,
                                                    .key = reasons[i].folders[0].path,
                                                    .host = reasons[i].hosts[0],
                                                    .detail = "",
                                                    .category = reasons[i].category,
                                                    .category_title = reasons[i].title,
                                                    .severity = reasons[i].severity,
                                                    .at_risk = true,
                                                    .files = reasons[i].files,
                                                    .events = reasons[i].events,
                                                    .share_percent = reasons[i].share_percent};
    return groups[language];
}

static struct report usual(enum language language)
{
    return (struct report){
        .language = language,
        .zone = "",
        .books = {.lines = 12345, .by_class = {1301, 14, 3, 10800, 2, 225}, .outside_period = 400},
        .files = 1284,
        .file_events = 1304,
        .files_exact = true,
        .findings = 3,
        .other_failures = 3,
        .incomplete = true,
        .has_period = true,
        .period_first = AT(8, 4, 13, 16),
        .period_last = AT(8, 6, 2, 10),
        .year_unknown = true,
        .hosts = hosts,
        .host_count = 3,
        .logs = logs,
        .log_count = 3,
        .skipped = skipped,
        .skipped_count = 3,
        .problems = problems,
        .problem_count = 1,
        .limits = limits,
        .limit_count = 1,
        .reasons = usual_reasons(language),
        .reason_count = USUAL_REASONS,
        .rows = usual_rows(language),
        .row_count = 2,
        .finding_list = usual_findings(language),
        .finding_count = 1,
        .finding_rows = usual_findings(language),
        .finding_row_count = 1,
        .other_failure_list = other_failures,
        .other_failure_count = 2,
        .jobs = jobs,
        .job_count = 1,
        .steps = usual_steps(language),
        .step_count = 3,
        .unparsed_examples = unparsed,
        .unparsed_example_count = 2};
}

static struct report grouped(enum language language)
{
    struct report report = usual(language);
    report.by = BY_FOLDER;
    report.groups = usual_groups(language);
    report.group_count = 2;
    report.incomplete = false;
    return report;
}

static struct report quiet(enum language language)
{
    static const struct report_log quiet_logs[] = {
        {.source = SPAN("-"),
         .host = SPAN("-"),
         .kind = "engine-log",
         .grammar = "cbengine",
         .encoding = "UTF-8",
         .books = {.lines = 1204, .by_class = {0, 0, 0, 1200, 1, 3}},
         .complete = true,
         .problem = SPAN("")}};
    static const struct report_host nameless[] = {{.name = SPAN("-"), .logs = 1}};
    return (struct report){.language = language,
                           .zone = "+09:00",
                           .books = {.lines = 1204, .by_class = {0, 0, 0, 1200, 1, 3}},
                           .files_exact = true,
                           .hosts = nameless,
                           .host_count = 1,
                           .logs = quiet_logs,
                           .log_count = 1,
                           .has_period = true,
                           .period_first = {.month = 8, .day = 4},
                           .period_last = AT(8, 6, 2, 10),
                           .unparsed_examples = unparsed,
                           .unparsed_example_count = 1};
}

static struct report bare(enum language language)
{
    static const struct report_log bare_logs[] = {{.source = SPAN("x"),
                                                   .kind = "",
                                                   .grammar = "",
                                                   .encoding = "",
                                                   .books = {.lines = 1, .by_class = {1}},
                                                   .complete = true}};
    static const struct report_reason bare_reasons[] = {{.rank = 1,
                                                         .category = "unknown",
                                                         .title = "Unknown",
                                                         .meaning = "",
                                                         .files = 1,
                                                         .events = 1,
                                                         .share_percent = 100,
                                                         .exclusion = "",
                                                         .reference = ""}};
    static const struct report_row bare_rows[] = {
        {.reason = bare_reasons,
         .code = {.text = "-", .symbol = "", .meaning = "", .files = 1, .events = 1},
         .action = "",
         .reference = "",
         .share_percent = 100}};
    static const struct report_finding bare_findings[] = {{.rank = 1,
                                                           .id = "",
                                                           .hex = "",
                                                           .symbol = "",
                                                           .title = "",
                                                           .category = "",
                                                           .category_title = "",
                                                           .cause = "",
                                                           .reference = "",
                                                           .events = 1}};
    static const struct report_other_failure bare_others[] = {
        {.code = {.text = "-", .symbol = "", .meaning = "", .events = 1}, .category = ""}};
    static const struct report_job bare_jobs[] = {{.kind = "engine"}};
    static const struct report_step bare_steps[] = {
        {.action = "", .reason_title = "", .category = "", .reference = ""}};
    static const struct report_unparsed bare_unparsed[] = {{.place = {.log = 7}}};
    return (struct report){.language = language,
                           .zone = "",
                           .files = 1,
                           .file_events = 1,
                           .books = {.lines = 1, .by_class = {1}},
                           .logs = bare_logs,
                           .log_count = 1,
                           .reasons = bare_reasons,
                           .reason_count = 1,
                           .rows = bare_rows,
                           .row_count = 1,
                           .finding_list = bare_findings,
                           .finding_count = 1,
                           .finding_rows = bare_findings,
                           .finding_row_count = 1,
                           .other_failure_list = bare_others,
                           .other_failure_count = 1,
                           .jobs = bare_jobs,
                           .job_count = 1,
                           .steps = bare_steps,
                           .step_count = 1,
                           .unparsed_examples = bare_unparsed,
                           .unparsed_example_count = 1};
}

static struct report huge(enum language language)
{
    enum { HUGE_LOGS = 40 };
    static struct report_log huge_logs[HUGE_LOGS];
    static struct report_reason huge_reasons[HUGE_LOGS];
    struct report report = usual(language);
    for (size_t i = 0; i < HUGE_LOGS; i++) {
        huge_logs[i] = logs[i % 3];
        huge_logs[i].books.lines = UINT64_MAX;
        huge_reasons[i] = report.reasons[i % USUAL_REASONS];
        huge_reasons[i].rank = i + 1;
        huge_reasons[i].files = UINT64_MAX;
        huge_reasons[i].share_percent = 100;
    }
    report.books.lines = UINT64_MAX;
    report.files = UINT64_MAX;
    report.file_events = UINT64_MAX;
    report.files_exact = false;
    report.logs = huge_logs;
    report.log_count = HUGE_LOGS;
    report.reasons = huge_reasons;
    report.reason_count = HUGE_LOGS;
    report.top = 12;
    return report;
}

static struct report hostile(enum language language)
{
    static const struct span name[] = {SPAN(HOSTILE_TEXT)};
    static const struct report_host hostile_hosts[] = {{.name = SPAN(HOSTILE_TEXT), .files = 1},
                                                       {.name = SPAN("-1+1")}};
    static const struct report_log hostile_logs[] = {
        {.source = SPAN(HOSTILE_TEXT),
         .member = SPAN(HOSTILE_TEXT),
         .host = SPAN(HOSTILE_TEXT),
         .kind = "text",
         .grammar = "text",
         .encoding = "UTF-8",
         .books = {.lines = 2, .by_class = {1, 0, 0, 0, 1, 0}},
         .problem = SPAN(HOSTILE_TEXT)},
        {.source = SPAN("@b"),
         .host = SPAN("-"),
         .kind = "text",
         .grammar = "",
         .encoding = "",
         .complete = true}};
    static const struct report_folder folders[] = {{.path = SPAN(HOSTILE_TEXT), .files = 1}};
    static struct report_reason reasons[1];
    static struct report_row rows[1];
    static struct report_group groups[1];
    static struct report_problem hostile_problems[] = {
        {.source = SPAN(HOSTILE_TEXT), .member = SPAN("m"), .sentence = SPAN(HOSTILE_TEXT)}};
    static const struct report_skipped hostile_skipped[] = {
        {.source = SPAN(HOSTILE_TEXT), .reason = "new-reason", .detail = SPAN(HOSTILE_TEXT)}};
    static const struct report_unparsed hostile_unparsed[] = {
        {.text = SPAN(HOSTILE_TEXT), .place = {.log = 0, .line = 2}}};
    struct report report = usual(language);
    reasons[0] = report.reasons[0];
    reasons[0].hosts = name;
    reasons[0].folders = folders;
    reasons[0].folder_count = reasons[0].folders_total = 1;
    reasons[0].example.path = name[0];
    rows[0] = report.rows[0];
    rows[0].host = name[0];
    rows[0].example.path = name[0];
    groups[0] = (struct report_group){.rank = 1,
                                      .key = SPAN(HOSTILE_TEXT),
                                      .host = SPAN(HOSTILE_TEXT),
                                      .detail = "",
                                      .category = "",
                                      .category_title = "",
                                      .files = 1,
                                      .share_percent = 0.01};
    report.hosts = hostile_hosts;
    report.host_count = 2;
    report.logs = hostile_logs;
    report.log_count = 2;
    report.reasons = reasons;
    report.reason_count = 1;
    report.rows = rows;
    report.row_count = 1;
    report.by = BY_JOB;
    report.groups = groups;
    report.group_count = 1;
    report.problems = hostile_problems;
    report.skipped = hostile_skipped;
    report.skipped_count = 1;
    report.unparsed_examples = hostile_unparsed;
    report.unparsed_example_count = 1;
    return report;
}

struct report report_fixture(enum fixture fixture, enum language language)
{
    switch (fixture) {
    case FIXTURE_QUIET:
        return quiet(language);
    case FIXTURE_USUAL:
        return usual(language);
    case FIXTURE_GROUPED:
        return grouped(language);
    case FIXTURE_BARE:
        return bare(language);
    case FIXTURE_HUGE:
        return huge(language);
    case FIXTURE_HOSTILE:
        return hostile(language);
    default:
        return (struct report){.language = language,
                               .zone = "",
                               .files_exact = true,
                               .skipped = skipped,
                               .skipped_count = 3};
    }
}

const struct file_row file_row_fixtures[FILE_ROW_FIXTURE_COUNT] = {
    {.host = SPAN("N1"),
     .job = SPAN("11111111-2222-3333-4444-555555555555"),
     .time = AT(8, 4, 13, 16),
     .category = "locked",
     .category_title = "In use or locked",
     .code = {.value = 0x80070020,
              .has_value = true,
              .text = "0x80070020",
              .symbol = "ERROR_SHARING_VIOLATION",
              .meaning = ""},
     .operation = SPAN("BackupRead"),
     .path = SPAN("D:\\Users\\user01\\mail.pst"),
     .origin = SPAN("mtffile.cpp(1372)"),
     .log = SPAN("N1.zip/CBEngineCurr.errlog"),
     .line = 1234,
     .events = 3},
    {.host = SPAN("FS02"),
     .category = "access_denied",
     .category_title = "アクセス拒否",
     .code = {.value = 0x80070005,
              .has_value = true,
              .text = "0x80070005",
              .symbol = "ERROR_ACCESS_DENIED",
              .meaning = ""},
     .path = SPAN("D:\\共有\\見積書, \"最終\".xlsx"),
     .log = SPAN("list.txt"),
     .line = 4,
     .events = 1},
    {.category = "unknown",
     .category_title = "Unknown",
     .code = {.text = "-", .symbol = "", .meaning = ""},
     .line = 1,
     .events = 1},
    {.host = SPAN(HOSTILE_TEXT),
     .job = SPAN("@job"),
     .category = "unknown",
     .category_title = "Unknown",
     .code = {.text = "-", .symbol = "", .meaning = ""},
     .operation = SPAN(" both ends "),
     .path = SPAN(HOSTILE_TEXT),
     .origin = SPAN("+1"),
     .log = SPAN(HOSTILE_TEXT),
     .line = UINT64_MAX,
     .events = UINT64_MAX},
};

static const bool yes = true;
static const bool no = false;

static const struct explanation disk_matches[] = {
    {.query = SPAN("disk"),
     .kind = EXPLAIN_AGENT_ERROR,
     .id = "100050",
     .hex = "0x186D2",
     .symbol = "SalDiskFull",
     .category = "cache",
     .category_title = "Scratch and cache",
     .title = "There is not enough disk space to perform the operation",
     .severity = "error",
     .transient = &no,
     .at_risk = &yes,
     .cause = "The scratch volume is full",
     .actions = finding_actions_en,
     .action_count = 2,
     .reference = NULL},
    {.query = SPAN("disk"),
     .kind = EXPLAIN_HRESULT,
     .code = "0x80070070",
     .symbol = "ERROR_DISK_FULL",
     .category = "disk_full",
     .category_title = "No space left",
     .title = "There is not enough space on the disk",
     .severity = "error",
     .at_risk = &yes,
     .actions = finding_actions_en,
     .action_count = 1},
};

const struct explanation explanation_fixtures[EXPLANATION_FIXTURE_COUNT] = {
    {.query = SPAN("0x80070005"),
     .kind = EXPLAIN_HRESULT,
     .code = "0x80070005",
     .symbol = "ERROR_ACCESS_DENIED",
     .category = "access_denied",
     .category_title = "Access denied",
     .title = "Access is denied",
     .severity = "warning",
     .transient = &no,
     .at_risk = &yes,
     .cause = "Rights or a security product stop the SYSTEM account",
     .actions = denied_actions_en,
     .action_count = 1,
     .reference = "https://learn.microsoft.com/azure/backup/backup-azure-mars-troubleshoot"},
    {.query = SPAN("100050"),
     .kind = EXPLAIN_AGENT_ERROR,
     .id = "100050",
     .hex = "0x186D2",
     .symbol = "SalDiskFull",
     .category = "cache",
     .category_title = "Scratch and cache",
     .title = "There is not enough disk space to perform the operation",
     .severity = "error",
     .transient = &no,
     .at_risk = &yes,
     .cause = "The scratch volume is full",
     .actions = finding_actions_en,
     .action_count = 2,
     .reference = ""},
    {.query = SPAN("disk"), .kind = EXPLAIN_TOPIC, .matches = disk_matches, .match_count = 2},
    {.query = SPAN(HOSTILE_TEXT), .kind = EXPLAIN_UNKNOWN},
};
