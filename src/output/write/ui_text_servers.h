/* The part of ui_text.h about servers and whether they are protected. */
#ifndef MARSIFT_OUTPUT_WRITE_UI_TEXT_SERVERS_H
#define MARSIFT_OUTPUT_WRITE_UI_TEXT_SERVERS_H

/* Placeholders are as in ui_text.h. */
#define SERVER_TEXTS(TEXT)                                                                         \
    TEXT(STEP_NO_BACKUP_OF, "no current backup of {1}", "{1} の最新バックアップ未取得")            \
    TEXT(STEP_NO_BACKUP, "no current backup", "最新バックアップ未取得")                            \
    TEXT(NO_BACKUP_OF,                                                                             \
         "{1} has no current backup: ", "{1} の最新のバックアップを取得できていません: ")          \
    TEXT(NO_BACKUP, "There is no current backup: ", "最新のバックアップを取得できていません: ")    \
    TEXT(NO_BACKUP_OF_SERVERS, "{1} of {2} servers have no current backup: ",                      \
         "サーバー {2} 台中 {1} 台で最新のバックアップを取得できていません: ")                     \
    TEXT(NO_BACKUP_OF_A_SERVER, "1 of {2} servers has no current backup: ",                        \
         "サーバー {2} 台中 1 台で最新のバックアップを取得できていません: ")                       \
    TEXT(NO_BACKUP_OF_BOTH, "Both servers have no current backup: ",                               \
         "サーバー 2 台のいずれも最新のバックアップを取得できていません: ")                        \
    TEXT(STEP_MAY_LACK_OF, "perhaps no current backup of {1}",                                     \
         "{1} の最新バックアップ未取得の可能性")                                                   \
    TEXT(STEP_MAY_LACK, "perhaps no current backup", "最新バックアップ未取得の可能性")             \
    TEXT(MAY_LACK_OF, "{1} may have no current backup: ",                                          \
         "{1} の最新のバックアップを取得できていない可能性があります: ")                           \
    TEXT(MAY_LACK, "There may be no current backup: ",                                             \
         "最新のバックアップを取得できていない可能性があります: ")                                 \
    TEXT(MAY_LACK_OF_SERVERS, "{1} of {2} servers may have no current backup: ",                   \
         "サーバー {2} 台中 {1} 台で最新のバックアップを取得できていない可能性があります: ")       \
    TEXT(MAY_LACK_OF_BOTH, "Both servers may have no current backup: ",                            \
         "サーバー 2 台のいずれも最新のバックアップを取得できていない可能性があります: ")          \
    TEXT(ONE_KNOWN, "only one known, of {1}", "記録にあるのは {1} の 1 回のみ")                    \
    TEXT(LET_BACKUP_END_ON, "A backup is running on {1}: let it end before you start another.",    \
         "{1} ではバックアップを実行中です。終了してから次を開始してください。")                   \
    TEXT(LET_BACKUP_END, "A backup is running: let it end before you start another.",              \
         "バックアップを実行中です。終了してから次を開始してください。")                           \
    TEXT(FAILED_SINCE, "failed since {1}", "{1} から失敗")                                         \
    TEXT(FILES_FAILED_SINCE, "file backups have failed since {1}",                                 \
         "ファイルのバックアップが {1} から失敗")                                                  \
    TEXT(SYSTEM_STATE_FAILED_SINCE, "system state backups have failed since {1}",                  \
         "システム状態のバックアップが {1} から失敗")                                              \
    TEXT(FAILED_AT_UNKNOWN_TIME, "failed", "失敗")                                                 \
    TEXT(HANGS_SINCE, "hung since {1}", "{1} に開始したまま終了せず")                              \
    TEXT(SYSTEM_STATE_LEAD, "system state ", "システム状態: ")                                     \
    TEXT(FILES_LEAD, "files ", "ファイル: ")                                                       \
    TEXT(BEGUN, "since {1}", "{1} に開始")                                                         \
    TEXT(FILES_ROW, "  files", "  ファイル")                                                       \
    TEXT(SYSTEM_STATE_ROW, "  system state", "  システム状態")                                     \
    TEXT(SYSTEM_STATE_TAIL, " (system state)", " (システム状態)")                                  \
    TEXT(STOPPED_SINCE, "stopped, last started {1}", "停止、最後の開始は {1}")                     \
    TEXT(LAST_GOOD, ", last good {1}", "、最後の取得は {1}")                                       \
    TEXT(NEVER_GOOD, ", none done in these logs", "、これらのログに取得できたものなし")            \
    TEXT(MISSED_OF_SERVERS, "The newest expected backup did not run on {1} of {2} servers: ",      \
         "サーバー {2} 台中 {1} 台で、直近の予定のバックアップが実行されていません: ")             \
    TEXT(MISSED_OF_BOTH, "The newest expected backup ran on neither server: ",                     \
         "サーバー 2 台のいずれでも、直近の予定のバックアップが実行されていません: ")              \
    TEXT(MISSED, "The newest expected backup did not run: ",                                       \
         "直近の予定のバックアップが実行されていません: ")                                         \
    TEXT(DUE, "due {1}", "予定 {1} ごろ")                                                          \
    TEXT(NEWEST_THAT_RAN, "No file is unprotected in the newest backups that did run",             \
         "実行済みの最新のバックアップで失敗したファイルはありません")                             \
    TEXT(NOTHING_SINCE_LIST,                                                                       \
         "Nothing is known since the last list of {1}: a backup without failures leaves none",     \
         "最後のリストより後は不明です (失敗のないバックアップはリストを残しません): {1}")         \
    TEXT(BACKUP_IS_RUNNING, "A backup is running on {1}", "{1} はバックアップを実行中です")        \
    TEXT(NOT_KNOWN_OF, "Whether {1} is protected is not known",                                    \
         "{1} が保護されているかどうかは不明です")                                                 \
    TEXT(NOT_KNOWN_OF_SERVERS, "Whether {1} servers are protected is not known: ",                 \
         "保護されているかどうか不明なサーバーが {1} 台あります: ")                                \
    TEXT(BOTH_PROTECTED, "Both servers are protected: their newest backups have every file",       \
         "サーバー 2 台はいずれも保護されています (最新のバックアップで失敗したファイルなし)")     \
    TEXT(ALL_PROTECTED, "All {1} servers are protected: their newest backups have every file",     \
         "サーバー {1} 台はすべて保護されています (最新のバックアップで失敗したファイルなし)")     \
    TEXT(PROTECTED, "{1} is protected: its newest backup ({2}) has every file",                    \
         "{1} は保護されています (最新のバックアップ {2} で失敗したファイルなし)")                 \
    TEXT(NAMELESS_PROTECTED, "Protected: the newest backup ({2}) has every file",                  \
         "保護されています (最新のバックアップ {2} で失敗したファイルなし)")                       \
    TEXT(PROTECTED_UNDATED, "{1} is protected: its newest backup has every file",                  \
         "{1} は保護されています (最新のバックアップで失敗したファイルなし)")                      \
    TEXT(NAMELESS_PROTECTED_UNDATED, "Protected: the newest backup has every file",                \
         "保護されています (最新のバックアップで失敗したファイルなし)")                            \
    TEXT(STILL_RUNNING, "{1}: the first backup in these logs is running",                          \
         "{1}: これらのログで最初のバックアップを実行中です")                                      \
    TEXT(NOTHING_UNPROTECTED, "No file is known to be unprotected",                                \
         "保護されていないと分かっているファイルはありません")                                     \
    TEXT(NAMELESS_RUNNING, "The first backup in these logs is running",                            \
         "これらのログで最初のバックアップを実行中です")                                           \
    TEXT(NAMELESS_RUNNING_AGAIN,                                                                   \
         "A backup is running, and the one before it ({2}) has every file",                        \
         "バックアップを実行中です (前回のバックアップ {2} で失敗したファイルなし)")               \
    TEXT(RUNNING_AGAIN, "{1}: a backup is running, and the one before it ({2}) has every file",    \
         "{1} はバックアップを実行中です (前回のバックアップ {2} で失敗したファイルなし)")         \
    TEXT(NAMELESS_STATE_RUNNING_AGAIN,                                                             \
         "A backup of the system state is running, and the one before it ({2}) has every file",    \
         "システム状態のバックアップを実行中です "                              \
         "(前回のバックアップ {2} で失敗したファイルなし)")                                        \
    TEXT(STATE_RUNNING_AGAIN,                                                                      \
         "{1}: a backup of the system state is running, and the one before it ({2}) has every "    \
         "file",                                                                                   \
         "{1} はシステム状態のバックアップを実行中です "                       \
         "(前回のバックアップ {2} で失敗したファイルなし)")                                        \
    TEXT(FILES_NOT_NAMED_OF,                                                                       \
         "Which files the newest backup of {1} could not read is not in the input",                \
         "{1} の最新のバックアップで読み取れなかったファイルは、入力からは分かりません")           \
    TEXT(FILES_NOT_NAMED, "Which files the newest backup could not read is not in the input",      \
         "最新のバックアップで読み取れなかったファイルは、入力からは分かりません")                 \
    TEXT(READ_SINCE_OF_THEM,                                                                       \
         "; {1} more failed earlier and has been read since|"                                      \
         "; {1} more failed earlier and have been read since",                                     \
         "。ほかに {1} 個は以前失敗しましたが、その後取得済みです")                                \
    TEXT(READ_SINCE,                                                                               \
         "; {1} file that failed earlier has been read since|"                                     \
         "; {1} files that failed earlier have been read since",                                   \
         "。以前失敗した {1} 個のファイルはその後取得済みです")                                    \
    TEXT(HOST_STATE_FAILED, "failed", "失敗")                                                      \
    TEXT(HOST_STATE_STOPPED, "stopped", "停止")                                                    \
    TEXT(HOST_STATE_MAY_BE_STOPPED, "stopped?", "停止?")                                           \
    TEXT(HOST_STATE_UNKNOWN, "unknown", "不明")                                                    \
    TEXT(HOST_STATE_PARTIAL, "partial", "一部失敗")                                                \
    TEXT(HOST_STATE_RUNNING, "running", "実行中")                                                  \
    TEXT(HOST_STATE_PROTECTED, "protected", "保護済み")                                            \
    TEXT(HOST_STATE_MISSED, "missed", "未実行")                                                    \
    TEXT(HOST_STATE_HANGS, "hangs", "未終了")                                                      \
    TEXT(NONE_KNOWN, "none known", "記録なし")                                                     \
    TEXT(COLUMN_SERVER, "Server", "サーバー")                                                      \
    TEXT(COLUMN_LAST_GOOD, "Last good backup", "最終取得日時")                                     \
    TEXT(COLUMN_NIGHTS, "Nights without", "未取得日数")                                            \
    TEXT(COLUMN_UNPROTECTED, "Unprotected", "未保護")                                              \
    TEXT(EARLIER_CAUSE, "; before that ", "、以前の原因: ")                                        \
    TEXT(COLUMN_CAUSE, "Main cause", "主な原因")                                                   \
    TEXT(MORE_SERVERS, "... {1} more: ", "... ほか {1} 台: ")

#endif
