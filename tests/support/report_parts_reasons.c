#include "support/report_parts.h"

#define EN_JA(language, english, japanese) ((language) == LANGUAGE_JA ? (japanese) : (english))

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

static const struct report_context locked_contexts[] = {
    {.name = "open-mail-store",
     .mark = "",
     .advice = "Outlook has the mail store open",
     .reference = "",
     .files = 700},
    {.name = "live-logs", .mark = "harmless", .advice = "", .reference = NULL, .files = 8},
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

const struct report_reason *usual_reasons(enum language language)
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
        .first_actions = 1,
        .exclusion = EN_JA(language, "only temporary, cache and log files",
                           "一時ファイル、キャッシュ、ログのみ"),
        .reference = "https://learn.microsoft.com/azure/backup/backup-azure-mars-troubleshoot",
        .codes = locked_codes,
        .code_count = 2,
        .folders = locked_folders,
        .folder_count = 3,
        .folders_total = 5,
        .contexts = locked_contexts,
        .context_count = 2,
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
        .first_actions = 1,
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
        .first_actions = 1,
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

const struct report_row *usual_rows(enum language language)
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

const struct report_step *usual_steps(enum language language)
{
    static struct report_step steps[LANGUAGE_COUNT][3];
    static struct step_problem problems[LANGUAGE_COUNT][3];
    const struct report_reason *reasons = usual_reasons(language);
    for (size_t i = 0; i < 3; i++) {
        const size_t order[] = {2, 0, 1};
        const struct report_reason *reason = &reasons[order[i]];
        problems[language][i] = (struct step_problem){.title = reason->title,
                                                      .files = reason->files,
                                                      .events = reason->events,
                                                      .at_risk = reason->at_risk,
                                                      .hosts = reason->hosts,
                                                      .host_count = reason->host_count};
        steps[language][i] = (struct report_step){.action = reason->actions[0],
                                                  .category = reason->category,
                                                  .problems = &problems[language][i],
                                                  .problem_count = 1,
                                                  .files = reason->files,
                                                  .events = reason->events,
                                                  .at_risk = reason->at_risk,
                                                  .reference = reason->reference};
    }
    return steps[language];
}

const struct report_group *usual_groups(enum language language)
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
