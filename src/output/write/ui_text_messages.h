/* Messages about the command line and about files that the program needs, with what varies in them
 * as placeholders. The English texts are those that the other rooms set, word for word. */
#ifndef MARSIFT_OUTPUT_WRITE_UI_TEXT_MESSAGES_H
#define MARSIFT_OUTPUT_WRITE_UI_TEXT_MESSAGES_H

/* TEXT(name, English, Japanese): UI_name. The first one that fits a sentence is taken. */
#define MESSAGE_TEXTS(TEXT)                                                                                 \
    TEXT(MESSAGE_OPTION_NEAR, "unknown option {1}; did you mean {2}?",                                      \
         "{1} は不明なオプションです。{2} ではありませんか?")                                               \
    TEXT(MESSAGE_OPTION, "unknown option {1}", "{1} は不明なオプションです")                                \
    TEXT(MESSAGE_NO_VALUE, "option {1} takes no value", "オプション {1} に値は指定できません")              \
    TEXT(MESSAGE_VALUE, "option {1} needs a value", "オプション {1} に値を指定してください")                \
    TEXT(MESSAGE_OPTION_OF_COMMAND, "marsift {1} has no option {2}",                                        \
         "marsift {1} にオプション {2} はありません")                                                       \
    TEXT(MESSAGE_WORD_NEAR, "{1} takes one of {2}, not {3}; did you mean {4}?",                             \
         "{1} に指定できるのは {2} です。{3} は {4} ではありませんか?")                                     \
    TEXT(MESSAGE_WORD, "{1} takes one of {2}, not {3}",                                                     \
         "{1} に指定できるのは {2} です ({3} は指定できません)")                                            \
    TEXT(MESSAGE_NUMBER, "{1} takes a whole number from {2} to {3}, not {4}",                               \
         "{1} には {2} から {3} までの整数を指定してください ({4} は指定できません)")                       \
    TEXT(MESSAGE_NAME, "{1} takes a name", "{1} には名前を指定してください")                                \
    TEXT(MESSAGE_TIME, "{1} takes a time such as {2} or {3}, not {4}",                                      \
         "{1} には {2} や {3} のような日時を指定してください ({4} は指定できません)")                       \
    TEXT(MESSAGE_ZONE, "{1} takes Z, UTC or an offset such as {2}, not {3}",                                \
         "{1} には Z、UTC、または {2} のような時差を指定してください ({3} は指定できません)")               \
    TEXT(MESSAGE_CONDITION, "{1} takes METRIC>NUMBER, METRIC>=NUMBER or METRIC=NUMBER, not {2}",            \
         "{1} には METRIC>NUMBER、METRIC>=NUMBER、または METRIC=NUMBER を指定してください " \
         "({2} は指定できません)")                                                                          \
    TEXT(MESSAGE_METRIC_NEAR, "unknown metric {1}; did you mean {2}? {3} shows all",                        \
         "不明な項目 {1} です。{2} ではありませんか? すべての項目: {3}")                                    \
    TEXT(MESSAGE_METRIC, "unknown metric {1}; {2} shows all",                                               \
         "不明な項目 {1} です。すべての項目: {2}")                                                          \
    TEXT(MESSAGE_TOO_OFTEN, "{1} is given more than {2} times",                                             \
         "{1} を {2} 回より多く指定しています")                                                             \
    TEXT(MESSAGE_SINCE_UNTIL, "--since is later than --until", "--since が --until より後です")             \
    TEXT(MESSAGE_FIRST_WORD, "no command or file \"{1}\"; did you mean {2}?",                               \
         "{1} というコマンドもファイルもありません。{2} ではありませんか?")                                 \
    TEXT(MESSAGE_COMMAND_NEAR, "there is no command {1}; did you mean {2}?",                                \
         "{1} というコマンドはありません。{2} ではありませんか?")                                           \
    TEXT(MESSAGE_COMMAND, "there is no command {1}", "{1} というコマンドはありません")                      \
    TEXT(MESSAGE_ONE_COMMAND, "help takes one command", "help に指定できるコマンドは 1 つです")             \
    TEXT(MESSAGE_ONE_FILE, "annotate takes one file", "annotate に指定できるファイルは 1 つです")           \
    TEXT(MESSAGE_FILES, "check takes at most {1} files",                                                    \
         "check に指定できるファイルは {1} 個までです")                                                     \
    TEXT(MESSAGE_VERSION, "version takes no argument", "version に引数は指定できません")                    \
    TEXT(MESSAGE_NO_LIST_NEAR, "no list {1}; the lists are {2}; did you mean {3}?",                         \
         "{1} という一覧はありません。一覧は {2} です。{3} ではありませんか?")                              \
    TEXT(MESSAGE_NO_LIST, "no list {1}; the lists are {2}",                                                 \
         "{1} という一覧はありません。一覧は {2} です")                                                     \
    TEXT(MESSAGE_SAME_FILE, "the output and {1} are the same file",                                         \
         "出力先と {1} は同じファイルです")                                                                 \
    TEXT(MESSAGE_IN_FOLDER,                                                                                 \
         "{1} is there already, in the folder {2} that is read: remove it, or write to another "            \
         "place",                                                                                           \
         "{1} は読み取り対象のフォルダー {2} にすでにあります。"                      \
         "削除するか、別の場所に書き込んでください")                                                        \
    TEXT(MESSAGE_ENCODING, "unknown encoding {1}", "不明な文字コード {1} です")                             \
    TEXT(MESSAGE_LOG_ENCODING, "encoding {1} is none that logs are written in",                             \
         "{1} はログに使われる文字コードではありません")                                                    \
    TEXT(MESSAGE_CONVERT, "cannot convert from encoding {1}",                                               \
         "このシステムでは文字コード {1} を変換できません")                                                 \
    TEXT(MESSAGE_SEE_HELP, "see marsift help", "marsift help を参照してください")                           \
    TEXT(MESSAGE_MEMORY, "out of memory", "メモリが不足しています")                                         \
    TEXT(MESSAGE_STACK, "the stack may not grow to {1} KiB, which is needed (ulimit -s)",                   \
         "スタックを必要な {1} KiB まで拡張できません (ulimit -s)")                                         \
    TEXT(MESSAGE_LINK_TO_NOTHING, "cannot write {1}: it is a link to nothing",                              \
         "{1} に書き込めません: リンク先がありません")                                                      \
    TEXT(MESSAGE_NO_FILE_NAME, "cannot write {1}: not a file name",                                         \
         "{1} に書き込めません: ファイル名ではありません")                                                  \
    TEXT(MESSAGE_WRITE, "cannot write {1}: {2}", "{1} に書き込めません: {2}")                               \
    TEXT(MESSAGE_OPEN, "cannot open {1}: {2}", "{1} を開けません: {2}")                                     \
    TEXT(MESSAGE_OPEN_NULL, "cannot open {1}", "{1} を開けません")                                          \
    TEXT(MESSAGE_READ, "cannot read {1}: {2}", "{1} を読み取れません: {2}")                                 \
    TEXT(MESSAGE_READ_CATALOG, "cannot be read: {1}", "読み取れません: {1}")                                \
    TEXT(MESSAGE_OPEN_CATALOG, "cannot be opened: {1}", "開けません: {1}")                                  \
    TEXT(MESSAGE_FOREIGN,                                                                                   \
         "nothing in the input looks like a log of the backup agent; see marsift help",                     \
         "入力にバックアップ エージェントのログらしい内容がありません。"      \
         "marsift help を参照してください")                                                                 \
    TEXT(MESSAGE_EMPTY, "nothing to read: all inputs are empty",                                            \
         "読み取るものがありません。入力はすべて空です")                                                    \
    TEXT(MESSAGE_LIMIT_OF_RULE, "{1} reached: {2}: rule {3} of grammar {4}",                                \
         "上限 {1} に達しました: {2}: 文法 {4} の規則 {3}")                                                 \
    TEXT(MESSAGE_UNEXPLAINED, "{1} reached: some lines are not explained",                                  \
         "上限 {1} に達しました。説明のない行があります")                                                   \
    TEXT(MESSAGE_LIMIT, "{1} reached: {2}", "上限 {1} に達しました: {2}")

/* --fail-on list */
#define CONDITION_TEXTS(TEXT)                                                                               \
    TEXT(CONDITIONS_METRICS,                                                                                \
         "--fail-on METRIC>NUMBER, METRIC>=NUMBER or METRIC=NUMBER; several, separated by "                 \
         "commas\n\nMetrics:\n",                                                                            \
         "--fail-on METRIC>NUMBER、METRIC>=NUMBER、または METRIC=NUMBER (複数はコンマ区切り)" \
         "\n\nMETRIC (項目):\n")                                                                            \
    TEXT(CONDITIONS_CATEGORIES, "\nCategories:\n", "\nCATEGORY (分類):\n")                                  \
    TEXT(CONDITIONS_SEVERITIES, "\nSeverities:\n", "\nSEVERITY (重大度):\n")

/* What the system says of a file (strerror in the locale C). */
#define SYSTEM_ERROR_TEXTS(TEXT)                                                                   \
    TEXT(ERROR_ABSENT, "No such file or directory", "ファイルまたはフォルダーが見つかりません")    \
    TEXT(ERROR_DENIED, "Permission denied", "アクセスが拒否されました")                            \
    TEXT(ERROR_NOT_PERMITTED, "Operation not permitted", "操作が許可されていません")               \
    TEXT(ERROR_IS_FOLDER, "Is a directory", "フォルダーです")                                      \
    TEXT(ERROR_NO_FOLDER, "Not a directory", "フォルダーではありません")                           \
    TEXT(ERROR_LINKS, "Too many levels of symbolic links", "シンボリック リンクが深すぎます")      \
    TEXT(ERROR_LONG_NAME, "File name too long", "ファイル名が長すぎます")                          \
    TEXT(ERROR_OPEN_FILES, "Too many open files", "開いているファイルが多すぎます")                \
    TEXT(ERROR_ALL_OPEN_FILES, "Too many open files in system",                                    \
         "システム全体で開いているファイルが多すぎます")                                           \
    TEXT(ERROR_FULL, "No space left on device", "空き容量がありません")                            \
    TEXT(ERROR_QUOTA, "Disk quota exceeded", "ディスク クォータを超えました")                      \
    TEXT(ERROR_READ_ONLY, "Read-only file system", "読み取り専用のファイル システムです")          \
    TEXT(ERROR_DEVICE, "Input/output error", "入出力エラー")                                       \
    TEXT(ERROR_FILE_SIZE, "File too large", "ファイルが大きすぎます")                              \
    TEXT(ERROR_MEMORY, "Cannot allocate memory", "メモリを割り当てられません")                     \
    TEXT(ERROR_BUSY, "Device or resource busy", "デバイスまたはリソースが使用中です")              \
    TEXT(ERROR_PROGRAM_BUSY, "Text file busy", "実行中のプログラムです")                           \
    TEXT(ERROR_STALE, "Stale file handle", "ファイル ハンドルが無効になりました")                  \
    TEXT(ERROR_NO_DEVICE, "No such device or address", "デバイスまたはアドレスが見つかりません")

#endif
