/* The part of ui_text.h about the first lines of a report and its foot, which say what was read. */
#ifndef MARSIFT_OUTPUT_WRITE_UI_TEXT_HEADLINE_H
#define MARSIFT_OUTPUT_WRITE_UI_TEXT_HEADLINE_H

/* Placeholders are as in ui_text.h. */
#define HEADLINE_TEXTS(TEXT)                                                                       \
    TEXT(NOT_PROTECTED, "{1} file is not protected|{1} files are not protected",                   \
         "{1} 個のファイルが保護されていません")                                                   \
    TEXT(ABOUT, "About ", "約 ")                                                                   \
    TEXT(AT_LEAST, "At least ", "少なくとも ")                                                     \
    TEXT(NOT_RESTORED, "not restored", "復元されませんでした")                                     \
    TEXT(RECOVERED, "a backup of the same server completed after that",                            \
         "同じサーバーのバックアップがその後に完了")                                               \
    TEXT(HARMLESS_OF_THEM, " ({1} of which can be ignored)", "。うち {1} 個は対応不要です")        \
    TEXT(HARMLESS_AMONG, ", {1} of which can be ignored", " (うち {1} 個は対応不要)")              \
    TEXT(ON_HOST, " on {1}", " (サーバー {1})")                                                    \
    TEXT(ON_HOSTS, " on {1} of {2} servers", " (サーバー {2} 台中 {1} 台)")                        \
    TEXT(STOP, ".", "。")                                                                          \
    TEXT(ALL_READ, "All input was read", "入力はすべて読み取りました")                             \
    TEXT(BUT_UNPARSED, "; {1} line was not understood|; {1} lines were not understood",            \
         " (解釈できなかった行: {1} 行)")                                                          \
    TEXT(MERGED, "Logs of several servers may count as one ({1}): see Notes.",                     \
         "複数のサーバーのログが 1 台として"                                        \
         "集計されている可能性があります ({1})。「注記」を参照してください。")                     \
    TEXT(MERGED_NAMELESS, "without a name", "名前なし")                                            \
    TEXT(INCOMPLETE, "INCOMPLETE: not all input could be read; numbers are of what was read",      \
         "不完全: 読み取れなかった入力があります。件数は読み取れた分のものです")                   \
    TEXT(INCOMPLETE_AND_EMPTY, "INCOMPLETE: not all input could be read",                          \
         "不完全: 読み取れなかった入力があります")                                                 \
    TEXT(SEE_PROBLEMS, " (see Problems)", " (「問題」を参照)")                                     \
    TEXT(NOTHING_READ, "Nothing was read: there was no log in the input",                          \
         "何も読み取っていません: 入力にログがありません")                                         \
    TEXT(ALL_EMPTY, "Nothing was read: no log in the input holds a line",                          \
         "何も読み取っていません: 入力に中身のあるログがありません")                               \
    TEXT(FOREIGN, "Nothing in the input looks like a log of the backup agent",                     \
         "入力に、バックアップ エージェントのログらしい内容がありません")                          \
    TEXT(WHERE_LOGS_ARE, "Where the agent keeps its logs: marsift help",                           \
         "エージェントのログの場所: marsift help")                                                 \
    TEXT(EMPTY_LOGS, "Empty: ", "空のファイル: ")                                                  \
    TEXT(LINES_OF_LOGS, "{1} of {2}", "{2}、{1}")                                                  \
    TEXT(NO_FAILED_FILE, "No failed file in {1}", "失敗したファイルの記録はありません ({1})")      \
    TEXT(N_FAILURES, "{1} record of an error or failure|{1} records of errors and failures",       \
         "エラーと失敗の記録が {1} 件あります")                                                    \
    TEXT(FAILURES_BUT_NO_FILE, "{1} in {2}; no failed file is named",                              \
         "{1} ({2})。失敗したファイルの記録はありません")                                          \
    TEXT(NO_PROOF, "That is what the logs say; it does not prove that a backup ran.",              \
         "これはログの記録であり、バックアップが行われた証明ではありません。")                     \
    TEXT(N_LINES, "{1} line|{1} lines", "{1} 行")                                                  \
    TEXT(N_LOGS, "{1} log|{1} logs", "ログ {1} 件")                                                \
    TEXT(N_HOSTS, "{1} server|{1} servers", "サーバー {1} 台")                                     \
    TEXT(N_FILES, "{1} file|{1} files", "{1} 個のファイル")                                        \
    TEXT(N_CODES, "{1} code|{1} codes", "{1} 種類のコード")                                        \
    TEXT(N_RECORDS, "{1} record|{1} records", "{1} 件")                                            \
    TEXT(PERIOD_SPAN, "{1} to {2}", "{1} ～ {2}")                                                  \
    TEXT(PERIOD_YEAR_OF_FILE, "; the year is assumed from a file's time",                          \
         "、年はファイルの日時による推定")                                                         \
    TEXT(PERIOD_YEAR_OF_DATES, "; the year is assumed from other dates in the input",              \
         "、年は入力中の他の日付による推定")                                                       \
    TEXT(LABEL_LOGS, "Read", "対象")                                                               \
    TEXT(LABEL_PERIOD, "Period", "期間")                                                           \
    TEXT(LABEL_BOOKS, "Lines", "行数")                                                             \
    TEXT(PERIOD_NONE, "no record with a time", "日時のある記録なし")                               \
    TEXT(OUTSIDE, "; outside the period: {1}", "、期間外: {1}")                                    \
    TEXT(UNBALANCED, " - THE SUM IS WRONG: please report this as a bug of marsift",                \
         " - 合計が一致しません。marsift の不具合としてご報告ください")                            \
    TEXT(LIST_COMMA, ", ", "、")                                                                   \
    TEXT(LIST_SEMICOLON, "; ", "、")                                                               \
    TEXT(AND_MORE, "and {1} more", "ほか {1} 件")

#endif
