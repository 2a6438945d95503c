/* All texts for people that are not in the catalog, in both languages.
 *
 * {1} and {2} are filled in. A bar separates the singular of a count from its plural. Japanese
 * follows the style of Microsoft's own texts: half-width letters, digits and brackets, blanks
 * around them, long vowels at the end of borrowed words, です・ます only in whole sentences. */
#ifndef MARSIFT_OUTPUT_WRITE_UI_TEXT_H
#define MARSIFT_OUTPUT_WRITE_UI_TEXT_H

#include "base/language.h"
#include "output/write/ui_text_causes.h"
#include "output/write/ui_text_facts.h"
#include "output/write/ui_text_headline.h"
#include "output/write/ui_text_messages.h"
#include "output/write/ui_text_problems.h"
#include "output/write/ui_text_servers.h"
#include "output/write/ui_text_wrappers.h"
#include "report/report.h"

/* TEXT(name, English, Japanese): UI_name */
#define SECTION_TEXTS(TEXT)                                                                        \
    TEXT(WHY, "Why", "理由")                                                                       \
    TEXT(BY_CODE_TITLE, "By code", "コード別")                                                     \
    TEXT(BY_HOST_TITLE, "By server", "サーバー別")                                                 \
    TEXT(BY_FOLDER_TITLE, "By folder", "フォルダー別")                                             \
    TEXT(BY_JOB_TITLE, "By job", "ジョブ別")                                                       \
    TEXT(DO_FIRST, "Do first", "最初に行うこと")                                                   \
    TEXT(EXAMPLES, "Examples", "例")                                                               \
    TEXT(REST, "Everything, with codes, folders, actions and the table of logs: --all",            \
         "コード、フォルダー、対処、ログの一覧など、すべての内容は --all で表示します")            \
    TEXT(DETAILS, "Details", "詳細")                                                               \
    TEXT(FINDINGS, "Agent errors", "エージェントのエラー")                                         \
    TEXT(FINDINGS_AND_INFERRED, "Agent errors and inferred problems",                              \
         "エージェントのエラーと推定した問題")                                                     \
    TEXT(INFERRED_PROBLEMS, "Inferred problems", "推定した問題")                                   \
    TEXT(INFERRED, "inferred", "推定")                                                             \
    TEXT(OTHER_FAILURES, "Other failures", "その他の失敗")                                         \
    TEXT(LOGS, "Logs", "ログ")                                                                     \
    TEXT(READINGS, "How the logs were read", "ログの読み取り方法")                                 \
    TEXT(READING_BY_NAME, "{1}: the name of the log says so", "{1}: ログの名前による判断")         \
    TEXT(READING_BY_HEADING, "{1}: a heading says so", "{1}: 見出しによる判断")                    \
    TEXT(READING_BY_LINES, "{1}: its lines show it", "{1}: 行の内容による判断")                    \
    TEXT(READING_BY_LIKELY, "{1}: hardly anything else is in it",                                  \
         "{1}: ほかの内容がほとんどないため")                                                      \
    TEXT(READING_BY_TITLES,                                                                        \
         "{1}: a table or list in it has the columns or labels of such records",                   \
         "{1}: 表や一覧の列名・項目名がこの種類のレコードのものであるため")                        \
    TEXT(READING_BY_MESSAGE, "{1}: it holds a message of the agent",                               \
         "{1}: エージェントのメッセージを含むため")                                                \
    TEXT(READING_BY_LAST_RESORT, "{1}: nothing says what it is", "{1}: 種類を示すものがないため")  \
    TEXT(READING_LINES_FIT, "; {1} of {2} lines at its head fit",                                  \
         "。先頭の {2} 行中 {1} 行が一致")                                                         \
    TEXT(READING_LINES_AGAINST, "; {1} line speaks against it|; {1} lines speak against it",       \
         "、反する行: {1} 行")                                                                     \
    TEXT(READING_CLOSE, "close: {1}; {2} of these lines fit", "次点: {1}。一致した行: {2} 行")     \
    TEXT(READING_TAKEN_OFF, "taken off: ", "取り除いたもの: ")                                     \
    TEXT(PROBLEMS, "Problems", "問題")                                                             \
    TEXT(NOTES, "Notes", "注記")                                                                   \
    TEXT(COLUMN_FILES, "Files", "ファイル")                                                        \
    TEXT(COLUMN_SHARE, "Share", "割合")                                                            \
    TEXT(COLUMN_EVENTS, "Records", "記録数")                                                       \
    TEXT(COLUMN_CODES, "Codes", "コード")                                                          \
    TEXT(COLUMN_REASON, "Reason", "理由")                                                          \
    TEXT(COLUMN_LINES, "Lines", "行数")                                                            \
    TEXT(COLUMN_FAILED, "Failed", "失敗")                                                          \
    TEXT(COLUMN_FINDINGS, "Errors", "エラー")                                                      \
    TEXT(COLUMN_OTHER, "Other", "その他")                                                          \
    TEXT(COLUMN_UNPARSED, "Not understood", "解釈不能")                                            \
    TEXT(COLUMN_HOST, "Server", "サーバー")                                                        \
    TEXT(COLUMN_KIND, "Kind", "種類")                                                              \
    TEXT(COLUMN_LOG, "Log", "ログ")                                                                \
    TEXT(ERROR_MARK_LEGEND, "! = serious: data or whole backups can be lost",                      \
         "! = 重大: データまたはバックアップ全体が失われるおそれがあります")                       \
    TEXT(INCOMPLETE_MARK_LEGEND, "! = not read completely, see Problems",                          \
         "! = 最後まで読み取れていません (「問題」を参照)")

#define DETAIL_TEXTS(TEXT)                                                                         \
    TEXT(SEVERITY_INFORMATION, "information", "重大度「情報」")                                    \
    TEXT(SEVERITY_WARNING, "warning", "重大度「警告」")                                            \
    TEXT(SEVERITY_ERROR, "error", "重大度「エラー」")                                              \
    TEXT(AT_RISK, "at risk", "最新内容は未保護")                                                   \
    TEXT(AT_RISK_OF_THEM, "{1} of them at risk", "うち {1} 個の最新内容は未保護")                  \
    TEXT(TRANSIENT, "may resolve itself", "再実行で解消する可能性あり")                            \
    TEXT(LABEL_MEANING, "Meaning", "意味")                                                         \
    TEXT(LABEL_CODES, "Codes", "コード")                                                           \
    TEXT(LABEL_CONTEXT, "Known cases", "既知の事例")                                               \
    TEXT(MARK_HARMLESS, "harmless, may be excluded: ", "無害、除外可: ")                           \
    TEXT(MORE_CONTEXTS, "... {1} more case|... {1} more cases", "... ほか {1} 件の事例")           \
    TEXT(LABEL_HOSTS, "Servers", "サーバー")                                                       \
    TEXT(LABEL_EXAMPLE, "Example", "例")                                                           \
    TEXT(LABEL_FOLDERS, "Folders", "フォルダー")                                                   \
    TEXT(LABEL_ACTION, "Action", "対処")                                                           \
    TEXT(LABEL_EXCLUSION, "Exclude?", "除外の可否")                                                \
    TEXT(LABEL_REFERENCE, "See", "参照")                                                           \
    TEXT(LABEL_CAUSE, "Cause", "原因")                                                             \
    TEXT(FAILURE_DETAIL, "with {1}", "詳細 {1}")                                                   \
    TEXT(LAST_SEEN, "last {1}", "最終 {1}")                                                        \
    TEXT(NO_CODE, "no code", "コードなし")                                                         \
    TEXT(MORE_ENTRIES, "... {1} more (--all)", "... ほか {1} 件 (--all ですべて表示)")             \
    TEXT(MORE_ACTIONS, "... {1} more: marsift explain {2}",                                        \
         "... ほか {1} 件の対処: marsift explain {2}")                                             \
    TEXT(SEE_EXPLAIN, "marsift explain {1}", "marsift explain {1}")                                \
    TEXT(SEE_BASICS,                                                                               \
         "None of these says what failed. The checklist for such cases: marsift explain basics",   \
         "失敗の原因を特定できるエラーはありません。確認項目の一覧: marsift explain basics")       \
    TEXT(AT_RISK_LEGEND, "At risk: no recovery point holds the current content",                   \
         "最新内容は未保護: 現在の内容を含む回復ポイントがありません")                             \
    TEXT(BOOK_FAILED_FILES, "{1} failed file|{1} failed files", "失敗ファイル {1}")                \
    TEXT(BOOK_FINDINGS, "{1} agent error|{1} agent errors", "エージェントのエラー {1}")            \
    TEXT(BOOK_OTHER_FAILURES, "{1} other failure|{1} other failures", "その他の失敗 {1}")          \
    TEXT(BOOK_NOISE, "{1} harmless", "無害 {1}")                                                   \
    TEXT(BOOK_UNPARSED, "{1} not understood", "解釈不能 {1}")                                      \
    TEXT(BOOK_FRAME, "{1} header or blank|{1} headers and blanks", "見出し・空行 {1}")             \
    TEXT(MORE_CODES, "... {1} more code|... {1} more codes", "... ほか {1} 個のコード")            \
    TEXT(MORE_FOLDERS, "... {1} more folder|... {1} more folders", "... ほか {1} 個のフォルダー")  \
    TEXT(NOT_KNOWN, "not known: no code, agent error, symbol or topic has this name",              \
         "不明です: 該当するコード、エージェントのエラー、シンボル、トピックはありません")         \
    TEXT(DID_YOU_MEAN, "Did you mean: ", "次の名前ではありませんか: ")

#define NOTE_TEXTS(TEXT)                                                                                                          \
    TEXT(NOTE_UNPARSED,                                                                                                           \
         "{1} line was not understood, for example:|{1} lines were not understood, for example:",                                 \
         "解釈できなかった行: {1} 行。例:")                                                                                       \
    TEXT(NOTE_UNPARSED_BARE, "{1} line was not understood|{1} lines were not understood",                                         \
         "解釈できなかった行: {1} 行")                                                                                            \
    TEXT(NOTE_SKIPPED,                                                                                                            \
         "{1} file was skipped: |{1} files were skipped: ", "読み飛ばしたファイル {1} 個: ")                                      \
    TEXT(SKIPPED_NOT_TEXT, "not text", "テキストでない")                                                                          \
    TEXT(SKIPPED_UNKNOWN_TEXT, "not a log", "ログでないテキスト")                                                                 \
    TEXT(SKIPPED_FAILURE_TEXT,                                                                                                    \
         "not a log, but it reports failures: to read it, name the file itself",                                                  \
         "ログでないが、失敗を報告しているテキスト (直接指定すると読み取ります)")                                                 \
    TEXT(SKIPPED_EMPTY, "empty", "空")                                                                                            \
    TEXT(SKIPPED_LINK, "link", "リンク")                                                                                          \
    TEXT(SKIPPED_SPECIAL, "device or pipe", "デバイスまたはパイプ")                                                               \
    TEXT(NOTE_LIMIT, "Limit reached: {1} ", "上限に達しました: {1} ")                                                             \
    TEXT(TIMES, "{1} time|{1} times", "{1} 回")                                                                                   \
    TEXT(BY_RULE, " (rule {1} of grammar {2})", " (文法 {2} の規則 {1})")                                                         \
    TEXT(FIRST_IN, ", first in {1}", "、最初は {1}")                                                                              \
    TEXT(NOTE_REPAIRED,                                                                                                           \
         "{1} line held bytes that its encoding does not allow; they are shown as U+FFFD|"                                        \
         "{1} lines held bytes that their encoding does not allow; they are shown as U+FFFD",                                     \
         "文字コードに合わないバイトを含む行: {1} 行 (U+FFFD として表示)")                                                        \
    TEXT(NOTE_CUT, "{1} line was too long and was cut|{1} lines were too long and were cut",                                      \
         "長すぎるため途中で切った行: {1} 行")                                                                                    \
    TEXT(NOTE_YEAR, "Some times have no year, because nothing tells it: give --year YYYY",                                        \
         "年を判断できない日時があります。--year YYYY で年を指定してください")                                                    \
    TEXT(NOTE_YEAR_OF_FILE, "The year of {1} was taken from the file's time, {2}",                                                \
         "{1} の年はファイルの日時から {2} 年と判断しましたが、")                                                                 \
    TEXT(NOTE_YEAR_OF_DATES, "; other records of this host are from {1}: use --year {2}",                                         \
         "このサーバーの他の記録は {1} 年のものです。--year {2} を指定してください")                                              \
    TEXT(NOTE_MERGED,                                                                                                             \
         "{1} and {2} count for one host, though each is a current engine log: if they are two "                                  \
         "servers', call their folders after them",                                                                               \
         "{1} と {2} は、どちらも現行のエンジン ログですが、"                                                 \
         "同じサーバーのものとして集計しました。"                                                              \
         "別のサーバーのログであれば、フォルダー名をサーバー名にしてください")                                                    \
    TEXT(NOTE_SCRATCH_LATE,                                                                                                       \
         "The scratch folder {1} became known too late: failed files were judged by the usual "                                   \
         "names "                                                                                                                 \
         "of such folders. Give a file or folder instead of a pipe",                                                              \
         "スクラッチ フォルダー {1} が判明したのは判定の後でした。失敗したファイルは、"        \
         "一般的なフォルダー名で判定しています。パイプではなく、"                                      \
         "ファイルまたはフォルダーを指定してください")                                                                            \
    TEXT(NOTE_MONTH_FIRST,                                                                                                        \
         "Nothing in the input shows whether dates such as 07/04/2024 in {1} have the month or "                                  \
         "the day "                                                                                                               \
         "first: month first was assumed",                                                                                        \
         "{1} にある 07/04/2024 "                                                                                              \
         "のような日付は、月と日のどちらが先か入力から判断できないため、月が先と仮定しました")                                    \
    TEXT(NOTE_DAY_FIRST,                                                                                                          \
         "Nothing in the input shows whether dates such as 07-04-2024 in {1} have the month or "                                  \
         "the day "                                                                                                               \
         "first: day first was assumed",                                                                                          \
         "{1} にある 07-04-2024 "                                                                                              \
         "のような日付は、月と日のどちらが先か入力から判断できないため、日が先と仮定しました")                                    \
    TEXT(NOTE_UTC,                                                                                                                \
         "Times that end in Z are UTC, as {1} has them; nothing in the input shows how far the "                                  \
         "clock of "                                                                                                              \
         "the server is ahead: give --tz, such as --tz +09:00, to convert them",                                                  \
         "末尾が Z の日時は {1} に記録された UTC "                                                                   \
         "です。サーバーの時差が入力から分からないため換算していません。"                          \
         "--tz +09:00 のように指定すると換算します")                                                                              \
    TEXT(NOTE_INEXACT,                                                                                                            \
         "Numbers of files are estimates beyond the limit of distinct files: 99 of 100 of them "                                  \
         "are "                                                                                                                   \
         "within 2 % of what is beyond it; codes, folders and jobs count what is below it",                                       \
         "個別に数える上限を超えた分のファイル数は推定値です (100 回中 99 回は誤差 2 % 以内)。" \
         "コード、フォルダー、ジョブの内訳は上限までの件数です")

#define JOB_TEXTS(TEXT)                                                                            \
    TEXT(JOBS, "Jobs", "ジョブ")                                                                   \
    TEXT(JOBS_TOTAL, "{1}: ", "{1} 件: ")                                                          \
    TEXT(JOBS_SUCCEEDED, "{1} succeeded", "成功 {1} 件")                                           \
    TEXT(JOBS_WARNINGS, "{1} with warnings", "完了 (警告あり) {1} 件")                             \
    TEXT(JOBS_FAILED, "{1} failed", "失敗 {1} 件")                                                 \
    TEXT(JOBS_RUNNING, "{1} running", "実行中 {1} 件")                                             \
    TEXT(JOBS_HANGING, "{1} hanging", "未終了 {1} 件")                                             \
    TEXT(JOBS_UNKNOWN, "{1} whose outcome is not in the logs", "結果の記録がないもの {1} 件")      \
    TEXT(JOBS_RESTORES, "; {1} of them is a restore|; {1} of them are restores",                   \
         "、うち復元 {1} 件")                                                                      \
    TEXT(JOBS_MISSED, "; {1} expected job is missing|; {1} expected jobs are missing",             \
         "。実行されるはずのジョブの欠落: {1} 件")                                                 \
    TEXT(JOBS_OVERLAP, "; {1} overlap|; {1} overlaps", "。ジョブの重なり: {1} 件")                 \
    TEXT(STATE_SUCCEEDED, "succeeded", "成功")                                                     \
    TEXT(STATE_WARNINGS, "warnings", "完了 (警告あり)")                                            \
    TEXT(STATE_FAILED, "failed", "失敗")                                                           \
    TEXT(STATE_RUNNING, "running", "実行中")                                                       \
    TEXT(STATE_UNKNOWN, "unknown", "不明")                                                         \
    TEXT(STATE_ABORTED, "aborted", "中止")                                                         \
    TEXT(FAILED_JOBS, "Failed jobs", "失敗したジョブ")                                             \
    TEXT(FAILED_JOB_RESTORE, "restore ", "復元の")                                                 \
    TEXT(FAILED_JOB_SYSTEM_STATE, "system state ", "システム状態の")                               \
    TEXT(FAILED_JOB_IN, " in {1}", " (段階: {1})")                                                 \
    TEXT(FAILED_JOB_NO_CAUSE, "no cause logged", "原因の記録なし")                                 \
    TEXT(FAILED_JOB_RECOVERED, "a later backup was done", "その後のバックアップは完了")            \
    TEXT(FAILED_JOBS_MORE, "... {1} more: --jobs failed", "... ほか {1} 件: --jobs failed")        \
    TEXT(COLUMN_STATE, "State", "状態")                                                            \
    TEXT(COLUMN_START, "Start", "開始")                                                            \
    TEXT(COLUMN_TOOK, "Took", "所要時間")                                                          \
    TEXT(COLUMN_PHASE, "Longest phase", "最も長い段階")                                            \
    TEXT(COLUMN_JOB, "Job", "ジョブ")                                                              \
    TEXT(JOB_OPEN_PHASE, " (in {1})", " (段階: {1})")                                              \
    TEXT(LABEL_DETAIL, "Seen", "内容")                                                             \
    TEXT(LOOKED_AT, "Looked at: ", "確認した対象: ")                                               \
    TEXT(NOT_THERE, "Not in the input: ", "入力になかったもの: ")                                  \
    TEXT(KIND_ENGINE_LOG, "engine log", "エンジン ログ")                                           \
    TEXT(KIND_LIST, "failed-files list", "失敗したファイルの一覧")                                 \
    TEXT(KIND_EVENTS, "event list", "イベントの一覧")                                              \
    TEXT(KIND_JOB_TABLE, "table of jobs", "ジョブの一覧")                                          \
    TEXT(KIND_WSB, "Windows Server Backup error log", "Windows Server バックアップのエラー ログ")  \
    TEXT(KIND_CONSOLE, "console output", "コンソールの出力")                                       \
    TEXT(KIND_SYSTEM_INFORMATION, "system information", "システム情報")                            \
    TEXT(KIND_MESSAGES, "job messages", "ジョブのメッセージ")                                      \
    TEXT(KIND_TEXT, "other text", "その他のテキスト")

#define UI_TEXTS(TEXT)                                                                             \
    HEADLINE_TEXTS(TEXT)                                                                           \
    SECTION_TEXTS(TEXT)                                                                            \
    DETAIL_TEXTS(TEXT)                                                                             \
    NOTE_TEXTS(TEXT)                                                                               \
    PROBLEM_TEXTS(TEXT)                                                                            \
    EVENT_LOG_TEXTS(TEXT)                                                                          \
    MESSAGE_TEXTS(TEXT)                                                                            \
    SYSTEM_ERROR_TEXTS(TEXT)                                                                       \
    CONDITION_TEXTS(TEXT)                                                                          \
    JOB_TEXTS(TEXT) FACT_TEXTS(TEXT) SERVER_TEXTS(TEXT) CAUSE_TEXTS(TEXT) WRAPPER_TEXTS(TEXT)

enum ui_text_id {
#define UI_TEXT_ID(name, ...) UI_##name,
    UI_TEXTS(UI_TEXT_ID)
#undef UI_TEXT_ID
        UI_TEXT_COUNT
};

/* Never NULL. */
const char *ui_text(enum ui_text_id id, enum language language);

/* The text for a count of records of that class, for page_add_count. */
enum ui_text_id ui_text_of_book(enum verdict_class class);

enum ui_text_id ui_text_of_severity(enum severity severity);

#endif
