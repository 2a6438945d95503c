/* The part of ui_text.h about the set-up of hosts. */
#ifndef MARSIFT_OUTPUT_WRITE_UI_TEXT_FACTS_H
#define MARSIFT_OUTPUT_WRITE_UI_TEXT_FACTS_H

/* Placeholders are as in ui_text.h: {1} is the value, {2} a number of files. */
#define FACT_TEXTS(TEXT)                                                                           \
    TEXT(FACTS, "Set-up", "構成")                                                                  \
    TEXT(FACT_AGENT_VERSION, "Agent version {1}", "エージェントのバージョン {1}")                  \
    TEXT(FACT_SCRATCH_FOLDER, "Scratch folder {1}", "スクラッチ フォルダー {1}")                   \
    TEXT(FACT_SCRATCH_UNFIT,                                                                       \
         "Scratch folder {1}: no file is judged by it, because it is no folder of a local volume", \
         "スクラッチ フォルダー {1} "                                                    \
         "(ローカル ボリュームのフォルダーではないため、ファイルの判定には使用していません)")      \
    TEXT(FACT_ANTIVIRUS,                                                                           \
         "{1}: its scans must leave out cbengine.exe and the agent's folders Bin and Scratch",     \
         "{1}: cbengine.exe とエージェントの Bin、Scratch "                               \
         "フォルダーをスキャンから除外してください")                                               \
    TEXT(FACT_PROTECTED, "Protected: {1}", "保護対象: {1}")                                        \
    TEXT(FACT_EXCLUDED, "Excluded: {1}", "除外: {1}")                                              \
    TEXT(FACT_EXCLUDED_FAILED,                                                                     \
         "Excluded: {1}. Failed files below it: {2}; the policy was changed since, or it does "    \
         "not exclude them",                                                                       \
         "除外: {1}。その配下の失敗したファイル: {2} "                             \
         "個。失敗後にポリシーが変更されたか、除外が効いていません")                               \
    TEXT(FACT_EXCLUDED_UNUSED, "Excluded: {1}; no failed file is below it",                        \
         "除外: {1} (配下に失敗したファイルはありません)")

#endif
