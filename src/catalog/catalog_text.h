/* The texts that the catalog's code prints itself, in both languages. Most texts are in the
 * catalog's files. */
#ifndef MARSIFT_CATALOG_CATALOG_TEXT_H
#define MARSIFT_CATALOG_CATALOG_TEXT_H

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"
#include "base/span.h"

/* TEXT(NAME, English, Japanese), with placeholders {1} to {9} for arguments as in text/template.h.
 * A comment names the arguments. */
#define CATALOG_TEXTS(TEXT)                                                                        \
    TEXT(ANY_VOLUME_HINT, " Put the letter of the protected volume for X:.",                       \
         "X: は、保護対象のボリュームのドライブ文字に置き換えてください。")                        \
    TEXT(OTHER_VOLUMES_HINT, " Do the same for the other volumes that the log names.",             \
         "ログにあるほかのボリュームについても、同様に行ってください。")                           \
    TEXT(SUCCESS, "Success, no failure", "成功 (エラーではありません)")                            \
    TEXT(WORD_SUCCESS, "success", "成功")                                                          \
    TEXT(WORD_INFORMATION, "information", "情報")                                                  \
    TEXT(WORD_WARNING, "warning", "警告")                                                          \
    TEXT(WORD_ERROR, "error", "エラー")                                                            \
    TEXT(FACILITY_LABEL, ", facility", "、ファシリティ")                                           \
    TEXT(CODE_LABEL, ", code", "、コード")                                                         \
    TEXT(NOT_IN_CATALOG, "This code is not in the catalog, so why it appears is not known.",       \
         "このコードはカタログにないため、原因は不明です。")                                       \
    /* title, number */                                                                            \
    TEXT(WIN32_ERROR, "{1} (Win32 error {2})", "{1} (Win32 エラー {2})")                           \
    /* title, number */                                                                            \
    TEXT(HTTP_STATUS, "{1} (HTTP status {2})", "{1} (HTTP ステータス {2})")                        \
    TEXT(READINGS, "This number has several meanings, the most likely one first",                  \
         "この番号には複数の意味があります (可能性の高い順)")                                      \
    TEXT(LACKS_DIGIT,                                                                              \
         "A failure code has eight digits, and one is missing; it may be one of these",            \
         "エラー コードは 8 桁で、1 桁足りません (次のいずれかの可能性)")                          \
    TEXT(SEVERAL_CODES, "The text contains several failure codes",                                 \
         "複数のエラー コードが含まれています")                                                    \
    TEXT(WRONG_START, "A failure code starts with 8, not with 0; it may be this one",              \
         "エラー コードの先頭は 0 ではなく 8 です (次のコードの可能性)")                           \
    TEXT(NO_CODE, "A failure code is 0x and eight digits, each 0 to 9 or A to F",                  \
         "エラー コードは 0x に続く 8 桁で、各桁は 0～9 または A～F です")                         \
    /* number */                                                                                   \
    TEXT(UNKNOWN_EVENT, "No event in the catalog has the number {1}",                              \
         "番号 {1} のイベントはカタログにありません")                                              \
    TEXT(ALL_TOPICS, "Topics, for: marsift explain NAME", "トピック (marsift explain 名前)")       \
    TEXT(ALL_CATEGORIES, "Categories of failures, also for: marsift --fail-on 'reason:NAME>0'",    \
         "エラーの分類 (marsift --fail-on 'reason:名前>0' でも使えます)")                          \
    TEXT(ALL_ERRORS, "Agent errors, for: marsift explain NUMBER or SYMBOL",                        \
         "エージェント エラー (marsift explain 番号またはシンボル)")                               \
    TEXT(ALL_CODES, "Failure codes, for: marsift explain CODE",                                    \
         "エラー コード (marsift explain コード)")                                                 \
    /* matches */                                                                                  \
    TEXT(ALL_MATCHES, "{1} entries match", "{1} 件が該当します")                                   \
    /* matches, how many of them are listed */                                                     \
    TEXT(FIRST_MATCHES, "{1} entries match; the first {2} are listed",                             \
         "{1} 件が該当します (先頭の {2} 件を表示)")                                               \
    /* decimal number, hexadecimal number */                                                       \
    TEXT(UNKNOWN_NUMBER, "No agent error in the catalog has the number {1} ({2})",                 \
         "番号 {1} ({2}) のエージェント エラーはカタログにありません")

enum catalog_text_id {
#define TEXT_ID(name, ...) CATALOG_TEXT_##name,
    CATALOG_TEXTS(TEXT_ID)
#undef TEXT_ID
        CATALOG_TEXT_COUNT
};

enum { MAX_CATALOG_TEXT_ARGUMENTS = 2 };

/* The text as it is in the table; static. */
const char *catalog_text(enum catalog_text_id id, enum language language);

/* The text with its arguments filled in, in memory of `arena`. NULL with the fault set when there
 * is no memory. */
const char *catalog_text_fill(enum catalog_text_id id, enum language language,
                              const struct span arguments[MAX_CATALOG_TEXT_ARGUMENTS],
                              struct arena *arena, struct fault *fault);

#endif
