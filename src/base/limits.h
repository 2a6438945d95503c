/* The limits of a run, with their names, units and defaults. When input reaches one, the run goes
 * on, the report names the limit, and the input counts as incomplete. */
#ifndef MARSIFT_BASE_LIMITS_H
#define MARSIFT_BASE_LIMITS_H

#include <stdint.h>

#include "base/language.h"

/* Name, default, meaning (shown in the report, and in English in the manual), the same in Japanese.
 */
#define LIMITS(LIMIT)                                                                              \
    LIMIT(max_line_bytes, 256 * 1024, "bytes of one line, as UTF-8; the rest of the line is cut",  \
          "1 行のバイト数 (UTF-8)、超えた部分は切り捨て")                                          \
    LIMIT(max_nesting, 8, "archives inside archives", "アーカイブの入れ子の深さ")                  \
    LIMIT(max_unpacked_bytes, UINT64_C(1) << 40, "bytes unpacked from one source",                 \
          "1 つの入力から展開するバイト数")                                                        \
    LIMIT(max_unpacked_ratio, 500,                                                                 \
          "bytes unpacked from each packed byte, beyond the first 64 MiB; 256 MiB of all members", \
          "圧縮データ 1 バイトから展開するバイト数 (最初の 64 MiB を除く)。全メンバーで 256 MiB")  \
    LIMIT(max_members, 1000000, "members read from one source",                                    \
          "1 つの入力から読み取るメンバー数")                                                      \
    LIMIT(max_name_bytes, 128 * 1024 * 1024, "bytes of the names of members of one source",        \
          "1 つの入力のメンバー名の合計バイト数")                                                  \
    LIMIT(max_held_bytes, 128 * 1024 * 1024, "bytes of a 7z archive held in memory",               \
          "メモリに保持する 7z アーカイブのバイト数")                                              \
    LIMIT(max_decoder_bytes, 256 * 1024 * 1024, "bytes that unpacking one stream may take",        \
          "1 つのストリームの展開に使うバイト数")                                                  \
    LIMIT(max_folder_depth, 64, "folders inside folders", "フォルダーの深さ")                      \
    LIMIT(max_logs, 131072, "logs read; later ones are not",                                       \
          "読み取るログ数、超えた分は読み取らない")                                                \
    LIMIT(max_distinct_files, UINT64_C(1) << 26, "failed files told apart; more are estimated",    \
          "区別する失敗ファイル数、超えた分は推定")                                                \
    LIMIT(max_folders, 262144, "folders with failed files told apart",                             \
          "区別する、失敗ファイルのあるフォルダー数")                                              \
    LIMIT(max_folder_bytes, 24 * 1024 * 1024, "bytes of the names of these folders",               \
          "これらのフォルダー名の合計バイト数")                                                    \
    LIMIT(max_host_codes, 65536,                                                                   \
          "pairs of host and code told apart, as many hosts, and as many other failures",          \
          "区別するホストとコードの組、ホスト、その他の失敗それぞれの数")                          \
    LIMIT(max_scratch_folders, 16, "scratch folders of a host kept, as its registry names them",   \
          "レジストリにあるスクラッチ フォルダーの、ホストごとの保持数")                           \
    LIMIT(max_jobs, 100000, "jobs told apart, and as many events of jobs",                         \
          "区別するジョブ数、およびジョブのイベント数")                                            \
    LIMIT(max_volume_paths, 262144, "files by volume GUID kept to be joined with a drive letter",  \
          "ドライブ文字との対応付けのために保持する、ボリューム GUID のファイル数")                \
    LIMIT(max_volume_path_bytes, 16 * 1024 * 1024, "bytes of the paths of these files",            \
          "これらのファイルのパスの合計バイト数")                                                  \
    LIMIT(max_waiting_bytes, 64 * 1024 * 1024,                                                     \
          "bytes of records kept until it is known how to read their dates",                       \
          "日付の読み方が決まるまで保持するレコードのバイト数")                                    \
    LIMIT(max_text_bytes, 16 * 1024 * 1024,                                                        \
          "bytes of other texts kept: hosts, jobs, symbols, examples",                             \
          "保持するその他のテキスト (ホスト、ジョブ、シンボル、例) のバイト数")                    \
    LIMIT(max_regex_steps, 10000,                                                                  \
          "steps of one pattern on one record, and 24 more for each byte of it",                   \
          "1 レコードに対する 1 パターンのステップ数、レコード 1 バイトごとに 24 を加算")          \
    LIMIT(max_pattern_bytes, 64 * 1024, "bytes of one pattern of a grammar, its parts put in",     \
          "部品を展開した、文法の 1 パターンのバイト数")                                           \
    LIMIT(max_grammar_bytes, 1024 * 1024, "bytes of one grammar file",                             \
          "1 つの文法ファイルのバイト数")                                                          \
    LIMIT(max_catalog_field_bytes, 64 * 1024, "bytes of one cell of a catalog file",               \
          "カタログ ファイルの 1 セルのバイト数")                                                  \
    LIMIT(max_folders_listed, 5, "top folders listed for a reason",                                \
          "理由ごとに表示する上位フォルダー数")                                                    \
    LIMIT(max_examples, 10, "unparsed lines shown as examples",                                    \
          "例として表示する、認識できなかった行数")

struct limits {
#define LIMIT_MEMBER(name, value, ...) uint64_t name;
    LIMITS(LIMIT_MEMBER)
#undef LIMIT_MEMBER
};

enum limit_id {
#define LIMIT_ID(name, value, ...) LIMIT_##name,
    LIMITS(LIMIT_ID)
#undef LIMIT_ID
        LIMIT_COUNT
};

/* Returns the defaults above. */
struct limits limits_default(void);

/* Returns the name, such as "max_line_bytes". */
const char *limit_name(enum limit_id id);

const char *limit_meaning(enum limit_id id, enum language language);

#endif
