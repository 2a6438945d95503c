#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>

#include "output/write/translation.h"

/* To be freed. */
static char *sentence_in(enum language language, const char *sentence)
{
    struct buffer text = {0};
    cr_assert(translation_append(&text, span_of(sentence), language, NULL));
    cr_assert(buffer_append(&text, (struct span){"", 1}, NULL));
    return text.bytes;
}

Test(output_translation, a_sentence_stays_in_english_and_is_translated_in_japanese)
{
    static const struct {
        const char *sentence;
        const char *japanese;
    } cases[] = {
        {"gzip data ends too early", "gzip データが途中で切れています"},
        {"damaged gzip data: incorrect data check",
         "gzip データが破損しています (incorrect data check)"},
        {"damaged 7z data: it ends too early", "7z データが途中で切れています"},
        {"damaged 7z data: Malformed 7-Zip archive",
         "7z データが破損しています (Malformed 7-Zip archive)"},
        {"damaged zip data: Truncated ZIP file header",
         "zip データが途中で切れています (Truncated ZIP file header)"},
        {"damaged zip data: its table of contents is cut or damaged",
         "zip データの目次が途中で切れているか、破損しています"},
        {"damaged base64 data: some lines of it are missing or wrong",
         "base64 データが破損しています。一部の行が欠けているか、誤っています"},
        {"bytes after the xz data that are no xz data",
         "xz データの後に、xz ではないデータがあります"},
        {"event log ends too early", "イベント ログが途中で切れています"},
        {"event log ends too early: 2 chunks are damaged",
         "イベント ログが途中で切れています (破損したチャンク 2 個)"},
        {"damaged event log: 1 chunk is missing, 12 records were recovered, 1 record cannot be "
         "read",
         "イベント ログが破損しています (欠けたチャンク 1 個、復旧した記録 12 "
         "件、読み取れない記録 1 件)"},
        {"damaged event log: 3 walls are blue", "イベント ログが破損しています (3 walls are blue)"},
        {"not unpacked further: limit max_unpacked_ratio",
         "展開を途中で止めました (上限 max_unpacked_ratio)"},
        {"cannot open: Permission denied", "開けません: アクセスが拒否されました"},
        {"cannot open: the door is closed", "開けません: the door is closed"},
        {"a: b.csv: cannot be opened: Is a directory", "a: b.csv: 開けません: フォルダーです"},
        {"cannot write a, b: No space left on device",
         "a, b に書き込めません: 空き容量がありません"},
        {"unknown option --tpo; did you mean --top?",
         "--tpo は不明なオプションです。--top ではありませんか?"},
        {"unknown option --x", "--x は不明なオプションです"},
        {"--by takes one of a, b, not \"c\"; did you mean \"b\"?",
         "--by に指定できるのは a, b です。\"c\" は \"b\" ではありませんか?"},
        {"--fail-on: unknown metric \"x\"; --fail-on list shows all",
         "--fail-on: 不明な項目 \"x\" です。すべての項目: --fail-on list"},
        {"No such file or directory", "No such file or directory"},
        {"a sentence that nobody knows", "a sentence that nobody knows"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *english = sentence_in(LANGUAGE_EN, cases[i].sentence);
        char *japanese = sentence_in(LANGUAGE_JA, cases[i].sentence);
        cr_assert(eq(str, japanese, (char *)cases[i].japanese));
        cr_assert(eq(str, english, (char *)cases[i].sentence));
        free(english);
        free(japanese);
    }
}
