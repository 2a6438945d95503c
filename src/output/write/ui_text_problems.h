/* What is wrong with the input: the sentences that src/input reports, with what varies in them as
 * placeholders. The English texts are these sentences word for word. */
#ifndef MARSIFT_OUTPUT_WRITE_UI_TEXT_PROBLEMS_H
#define MARSIFT_OUTPUT_WRITE_UI_TEXT_PROBLEMS_H

#include "report/report_types.h"

/* TEXT(name, English, Japanese): UI_name. The first one that fits a sentence is taken. */
#define PROBLEM_TEXTS(TEXT)                                                                        \
    TEXT(PROBLEM_GZIP_CUT, "gzip data ends too early", "gzip データが途中で切れています")          \
    TEXT(PROBLEM_DATA_CUT, "damaged {1} data: it ends too early",                                  \
         "{1} データが途中で切れています")                                                         \
    TEXT(PROBLEM_DATA_TRUNCATED, "damaged {1} data: Truncated {2}",                                \
         "{1} データが途中で切れています (Truncated {2})")                                         \
    TEXT(PROBLEM_TAR_END, "damaged tar data: its end is missing",                                  \
         "tar データの終わりがありません")                                                         \
    TEXT(PROBLEM_TAR_HEADER, "damaged tar data: a header cannot be read, its member is lost",      \
         "tar データが破損しています。ヘッダーを読み取れず、その中のファイルは失われました")       \
    TEXT(PROBLEM_ZIP_DIRECTORY, "damaged zip data: its table of contents is cut or damaged",       \
         "zip データの目次が途中で切れているか、破損しています")                                   \
    TEXT(PROBLEM_BASE64, "damaged base64 data: some lines of it are missing or wrong",             \
         "base64 データが破損しています。一部の行が欠けているか、誤っています")                    \
    TEXT(PROBLEM_DATA, "damaged {1} data: {2}", "{1} データが破損しています ({2})")                \
    TEXT(PROBLEM_AFTER_DATA, "bytes after the {1} data that are no {1} data",                      \
         "{1} データの後に、{1} ではないデータがあります")                                         \
    TEXT(PROBLEM_MEMORY, "not enough memory to unpack {1} data",                                   \
         "メモリが不足し、{1} データを展開できません")                                             \
    TEXT(PROBLEM_NOT_UNPACKED, "not unpacked further: limit {1}",                                  \
         "展開を途中で止めました (上限 {1})")                                                      \
    TEXT(PROBLEM_EVENT_LOG_COUNTS, "event log ends too early: {1}",                                \
         "イベント ログが途中で切れています ({1})")                                                \
    TEXT(PROBLEM_EVENT_LOG_CUT, "event log ends too early", "イベント ログが途中で切れています")   \
    TEXT(PROBLEM_EVENT_LOG, "damaged event log: {1}", "イベント ログが破損しています ({1})")       \
    TEXT(PROBLEM_MAIL_CUT, "the mail ends before its last part does",                              \
         "メールが途中で切れています")                                                             \
    TEXT(PROBLEM_ENCRYPTED, "encrypted, cannot be read", "暗号化されているため読み取れません")     \
    TEXT(PROBLEM_LINK, "a link, not followed", "リンクのため、リンク先は読み取っていません")       \
    TEXT(PROBLEM_DEVICE, "a device, not read", "デバイスのため読み取っていません")                 \
    TEXT(PROBLEM_PIPE, "a pipe, not read", "パイプのため読み取っていません")                       \
    TEXT(PROBLEM_SOCKET, "a socket, not read", "ソケットのため読み取っていません")                 \
    TEXT(PROBLEM_ZIP_UNMET,                                                                        \
         "not read: the zip's table of contents names it where no member was met (damaged or "     \
         "overlapping)",                                                                           \
         "読み取っていません。zip の目次が示す位置にありません (破損または重複)")                  \
    TEXT(PROBLEM_ZIP_OVERLAP,                                                                      \
         "not read: the zip's table of contents puts it in the place of another member "           \
         "(overlapping)",                                                                          \
         "読み取っていません。zip の目次で別のファイルと同じ位置にあります (重複)")                \
    TEXT(PROBLEM_ZIP_SIZE, "the zip's table of contents gives it another size (damaged)",          \
         "zip の目次のサイズと一致しません (破損)")                                                \
    TEXT(PROBLEM_ZIP_FOLDER, "not read: it is called a folder and holds bytes",                    \
         "読み取っていません。名前はフォルダーですが、データがあります")                           \
    TEXT(PROBLEM_NAME, "its name cannot be read: the locale C.UTF-8 is missing",                   \
         "名前を読み取れません。ロケール C.UTF-8 がありません")                                    \
    TEXT(PROBLEM_TRAVERSAL, "its name leads out of the archive; its lines are read all the same",  \
         "名前がアーカイブの外を指しています。中身は読み取りました")                               \
    TEXT(PROBLEM_AFTER_ARCHIVE,                                                                    \
         "bytes follow the end of the archive; they are read only if they are an archive or a "    \
         "log",                                                                                    \
         "アーカイブの終わりの後にデータがあります。アーカイブかログの場合だけ読み取ります")       \
    TEXT(PROBLEM_PACKED,                                                                           \
         "packed in a format that is not read; unpack it and give what was in it{1}",              \
         "この圧縮形式は読み取れません。展開して、中のファイルを指定してください{1}")              \
    TEXT(PROBLEM_BINARY,                                                                           \
         "not text; give a log of the agent, or a folder or archive that has some{1}",             \
         "テキストではありません。エージェントのログ、"                      \
         "またはログを含むフォルダーかアーカイブを指定してください{1}")                            \
    TEXT(PROBLEM_ENCODING, "not read: this system cannot convert from its encoding ({1})",         \
         "読み取っていません。このシステムでは文字コードを変換できません ({1})")                   \
    TEXT(PROBLEM_HEAD, "bytes at its head that are no text were skipped: {1}",                     \
         "先頭にあるテキストでない部分を読み飛ばしました ({1} バイト)")                            \
    TEXT(PROBLEM_NO_TEXT, "named as a log, but it holds no text",                                  \
         "名前はログのものですが、中身がテキストではありません")                                   \
    TEXT(PROBLEM_FOLDER, "cannot read folder: {1}", "フォルダーを読み取れません: {1}")             \
    TEXT(PROBLEM_OPEN_FOLDER, "cannot open folder: {1}", "フォルダーを開けません: {1}")            \
    TEXT(PROBLEM_READ, "cannot read: {1}", "読み取れません: {1}")                                  \
    TEXT(PROBLEM_OPEN, "cannot open: {1}", "開けません: {1}")                                      \
    TEXT(PROBLEM_FOREIGN, FOREIGN_LOG, "バックアップ エージェントのログらしい内容がありません")

/* The counts in the sentences about event logs. */
#define EVENT_LOG_TEXTS(TEXT)                                                                      \
    TEXT(CHUNKS_DAMAGED, "{1} chunk is damaged|{1} chunks are damaged", "破損したチャンク {1} 個") \
    TEXT(CHUNKS_MISSING, "{1} chunk is missing|{1} chunks are missing", "欠けたチャンク {1} 個")   \
    TEXT(RECORDS_RECOVERED, "{1} record was recovered|{1} records were recovered",                 \
         "復旧した記録 {1} 件")                                                                    \
    TEXT(RECORDS_UNREADABLE, "{1} record cannot be read|{1} records cannot be read",               \
         "読み取れない記録 {1} 件")

#endif
