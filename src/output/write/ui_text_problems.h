/* What is wrong with the input: the beginnings of the sentences that src/input reports. */
#ifndef MARSIFT_OUTPUT_WRITE_UI_TEXT_PROBLEMS_H
#define MARSIFT_OUTPUT_WRITE_UI_TEXT_PROBLEMS_H

#include "report/report_types.h"

/* TEXT(name, English, Japanese): UI_name */
#define PROBLEM_TEXTS(TEXT)                                                                                                                  \
    TEXT(PROBLEM_GZIP_CUT, "gzip data ends too early", "gzip データが途中で切れています")                                                    \
    TEXT(PROBLEM_GZIP, "damaged gzip data: ", "gzip データが破損しています: ")                                                               \
    TEXT(PROBLEM_MAIL_CUT, "the mail ends before its last part does",                                                                        \
         "メールが途中で切れています")                                                                                                       \
    TEXT(PROBLEM_BASE64, "damaged base64 data: some lines of it are missing or wrong",                                                       \
         "base64 データが破損しています。一部の行が欠けているか、誤っています")                                                              \
    TEXT(PROBLEM_ENCRYPTED, "encrypted, cannot be read", "暗号化されているため読み取れません")                                               \
    TEXT(                                                                                                                                    \
        PROBLEM_AFTER_ARCHIVE,                                                                                                               \
        "bytes follow the end of the archive; they are read only if they are an archive or a log",                                           \
        "アーカイブの終わりの後にデータがあります。アーカイブかログの場合だけ読み取ります")                                                  \
    TEXT(PROBLEM_PACKED, "packed in a format that is not read; unpack it and give what was in it",                                           \
         "この圧縮形式は読み取れません。展開して、中のファイルを指定してください")                                                           \
    TEXT(PROBLEM_BINARY,                                                                                                                     \
         "not text; give a log of the agent, or a folder or archive that has some",                                                          \
         "テキストではありません。エージェントのログ、またはログを含むフォルダーかアーカイブを指" \
         "定してください")                                                                                                                   \
    TEXT(PROBLEM_ENCODING, "not read: this system cannot convert from its encoding",                                                         \
         "読み取っていません。このシステムでは文字コードを変換できません")                                                                   \
    TEXT(PROBLEM_HEAD, "bytes at its head that are no text were skipped: ",                                                                  \
         "先頭にあるテキストでない部分を読み飛ばしました。バイト数: ")                                                                       \
    TEXT(PROBLEM_NO_TEXT, "named as a log, but it holds no text",                                                                            \
         "名前はログのものですが、中身がテキストではありません")                                                                             \
    TEXT(PROBLEM_FOLDER, "cannot read folder: ", "フォルダーを読み取れません: ")                                                             \
    TEXT(PROBLEM_READ, "cannot read: ", "読み取れません: ")                                                                                  \
    TEXT(PROBLEM_OPEN, "cannot open: ", "開けません: ")                                                                                      \
    TEXT(PROBLEM_FOREIGN, FOREIGN_LOG, "バックアップ エージェントのログらしい内容がありません")

#endif
