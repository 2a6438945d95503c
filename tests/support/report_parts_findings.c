#include "support/report_parts.h"

#define EN_JA(language, english, japanese) ((language) == LANGUAGE_JA ? (japanese) : (english))

static const char *const finding_actions_en[] = {
    "Keep 5-10% of the backup size free on the scratch volume",
    "Copy Scratch to a larger disk with obengine stopped and update both ScratchLocation values"};
static const char *const finding_actions_ja[] = {
    "スクラッチのボリュームにバックアップ量の 5～10% の空きを確保する",
    "obengine を停止して Scratch を大きいディスクへコピーし、2 か所の ScratchLocation を変更する"};

static const struct span finding_hosts[] = {SPAN("FS02")};

const struct report_finding *usual_findings(enum language language)
{
    static struct report_finding findings[LANGUAGE_COUNT][1];
    findings[language][0] = (struct report_finding){
        .rank = 1,
        .hosts = finding_hosts,
        .host_count = 1,
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
        .action_keys = finding_actions_en,
        .reference = "https://learn.microsoft.com/azure/backup/backup-azure-mars-troubleshoot",
        .example = {.path = SPAN("Failed: Hr: = [0x80070070] Low disk space"),
                    .place = {.log = 2, .line = 77}}};
    return findings[language];
}
