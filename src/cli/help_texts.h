/* What --help says beside the tables of commands, options and exit statuses. A line has at most 80
 * columns. */
#ifndef MARSIFT_CLI_HELP_TEXTS_H
#define MARSIFT_CLI_HELP_TEXTS_H

/* TEXT(name, English, Japanese): HELP_name. Folders and names are those of the agent's
 * documentation and of support's collectors. */
#define HELP_TEXTS(TEXT)                                                                                                                 \
    TEXT(TITLE,                                                                                                                          \
         "marsift: which files are not protected by Azure Backup (MARS), why, and what to do "                                           \
         "first\n\n",                                                                                                                    \
         "marsift: Azure Backup (MARS) で保護されていないファイル、原因、最初に行うこと\n\n")                                            \
    TEXT(PATH,                                                                                                                           \
         "\nPATH is a file, a folder, an archive, or - for standard input (the default).\n"                                              \
         "\nExamples:\n",                                                                                                                \
         "\nPATH はファイル、フォルダー、アーカイブ、または - (標準入力、既定) です。\n\n例:\n")                                         \
    TEXT(EXAMPLES,                                                                                                                       \
         "  marsift Temp.zip                 the report, about a screen; --all shows everything\n"                                       \
         "  marsift files Temp.zip           which files\n"                                                                              \
         "  marsift explain 0x80070005       what a code, number or message means\n",                                                    \
         "  marsift Temp.zip                 レポート (約 1 画面、すべて表示するには --all)\n"                          \
         "  marsift files Temp.zip           失敗したファイルの一覧\n"                                                        \
         "  marsift explain 0x80070005       コード、番号、メッセージの意味\n")                                                          \
    TEXT(LOGS,                                                                                                                           \
         "\nWhere the logs are: on the protected server, by default in the folder\n"                                                     \
         "  C:\\Program Files\\Microsoft Azure Recovery Services Agent\\Temp\n"                                                          \
         "    CBEngine*.errlog            engine logs: every job, every file that failed\n"                                              \
         "    LastBackupFailedFiles*.txt  lists of the files that failed\n"                                                              \
         "On MABS, look for the same folder below\n"                                                                                     \
         "  C:\\Program Files\\Microsoft Azure Backup Server\\DPM\\MARS\n"                                                               \
         "Copy the whole folder; to zip it, zip the copy, since the newest log is in use. For\n"                                         \
         "several servers, make a folder for each and give it the server's name.\n"                                                      \
         "Copy the folder or zip to this machine and run: marsift NAME\n\n",                                                             \
         "\nログの場所: 保護対象サーバーの次のフォルダー (既定)\n"                                                \
         "  C:\\Program Files\\Microsoft Azure Recovery Services Agent\\Temp\n"                                                          \
         "    CBEngine*.errlog            エンジン ログ (ジョブと失敗したファイルの記録)\n"                         \
         "    LastBackupFailedFiles*.txt  失敗したファイルの一覧\n"                                                           \
         "MABS では、次のフォルダーの下にある同じ名前のフォルダー\n"                                            \
         "  C:\\Program Files\\Microsoft Azure Backup Server\\DPM\\MARS\n"                                                               \
         "フォルダーを丸ごとコピーしてください。最新のログは使用中のため、zip にする場合は\n"      \
         "コピーを圧縮してください。サーバーが複数ある場合は、サーバー名のフォルダーに分けて\n" \
         "ください。このマシンにコピーし、「marsift 名前」を実行してください。\n\n")                                                     \
    TEXT(STATUS, "\nExit status:\n", "\n終了コード:\n")                                                                                  \
    TEXT(MANUAL, "\nEverything else is in the manual: man marsift\n",                                                                    \
         "\n詳細はマニュアルを参照: man marsift\n")                                                                                      \
    TEXT(SEE_ALSO, "\nSee also: marsift help, man marsift\n",                                                                            \
         "\n関連項目: marsift help, man marsift\n")                                                                                      \
    TEXT(USAGE, "usage: marsift [COMMAND] [OPTION...] [PATH...]\n",                                                                      \
         "使い方: marsift [COMMAND] [OPTION...] [PATH...]\n")                                                                            \
    TEXT(USAGE_HELP,                                                                                                                     \
         "  marsift help                     commands, options, where the logs are\n"                                                    \
         "To paste a log here, type: marsift -\n",                                                                                       \
         "  marsift help                     コマンド、オプション、ログの場所\n"                                         \
         "ログをここに貼り付けるには: marsift -\n")

#endif
