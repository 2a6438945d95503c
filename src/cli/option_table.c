#include "cli/option_table.h"

#include <assert.h>

#include "base/count_of.h"
#include "cli/command_list.h"
#include "cli/options.h"
#include "output/write/formats.h"

/* The commands that have an option, by their letters: R | F. */
enum {
#define COMMAND_BIT(id, letter, name, usage, summary) letter = 1u << COMMAND_##id,
    COMMANDS(COMMAND_BIT)
#undef COMMAND_BIT
        ALL_COMMANDS = (1u << COMMAND_COUNT) - 1,
    READING_COMMANDS = R | F | E | A | C
};

/* The member that a row sets; does not build unless the member is of that type. */
#define SET(kind, member, member_type)                                                             \
    .type = (kind), .size = sizeof(((struct options *)NULL)->member),                              \
    .place = _Generic(((struct options *)NULL)->member, member_type                                \
                      : offsetof(struct options, member))

/* 0; does not build unless the type holds the number. */
#define HELD_BY(type, number) (0 * sizeof(char[(type)(number) == (number) ? 1 : -1]))

/* 0; warns unless all are {word, value of the type}. */
#define TYPED_WORDS(member_type, ...)                                                              \
    (0 * (int)sizeof((const struct {                                                               \
         const char *word;                                                                         \
         member_type value;                                                                        \
     }[]){__VA_ARGS__}))

/* Types of values, each with the member that the value goes to. */
#define TEXT(member)   SET(OPTION_TEXT, member, const char *)
#define NAME(member)   SET(OPTION_NAME, member, const char *)
#define FORMAT(member) SET(OPTION_FORMAT, member, const char *)
#define LIST(member)   SET(OPTION_LIST, member, struct value_list)
#define ZONE(member)   SET(OPTION_ZONE, member, char *)
#define START(member)  SET(OPTION_START, member, struct datetime)
#define END(member)    SET(OPTION_END, member, struct datetime)
#define NUMBER(member, member_type, least, most)                                                   \
    SET(OPTION_NUMBER, member, member_type), .range = {(least), (most) + HELD_BY(member_type, most)}
#define WORD_OF(member, member_type, list) SET(OPTION_WORD, member, member_type), .words = (list)
#define WORD(member, member_type, ...)                                                             \
    WORD_OF(member, member_type,                                                                   \
            ((const struct option_word[]){__VA_ARGS__,                                             \
                                          {NULL, TYPED_WORDS(member_type, __VA_ARGS__)}}))

/* `value` is one of the types above; a row without one does not build. */
#define OPTION(option_letter, option_name, option_argument, option_commands, option_help, value)   \
    {                                                                                              \
        .letter = (option_letter), .name = (option_name), .argument = (option_argument),           \
        .commands = (option_commands), value, .help = option_help                                  \
    }

/* An option without a value: sets the member to `value`. */
#define FLAG(option_letter, option_name, option_commands, option_help, member, member_type, value) \
    {                                                                                              \
        .letter = (option_letter), .name = (option_name), .commands = (option_commands),           \
        SET(OPTION_FLAG, member, member_type),                                                     \
        .flag_value = (value) + HELD_BY(member_type, value), .help = option_help                   \
    }

#define LANGUAGE_WORD(id, tag) {tag, LANGUAGE_##id},
static const struct option_word language_words[] = {LANGUAGES(LANGUAGE_WORD){NULL, 0}};
#undef LANGUAGE_WORD
#define AFTER_BAR(id, tag) "|" tag
static const char language_tags[] = LANGUAGES(AFTER_BAR);
#undef AFTER_BAR

const struct option_row option_rows[] = {
    OPTION('f', "format", "NAME", R | F | E,
           LANGUAGE_TEXTS(FORMAT_NAMES " (default: " FORMAT_DEFAULT ")",
                          FORMAT_NAMES " (既定: " FORMAT_DEFAULT ")"),
           FORMAT(format)),
    OPTION('o', "output", "FILE", R | F | E | A,
           LANGUAGE_TEXTS("write to FILE, only when complete",
                          "結果を FILE に書き込む (完了した場合のみ作成)"),
           TEXT(output)),
    FLAG(0, "list", E,
         LANGUAGE_TEXTS("list all that can be asked for: topics, categories, errors, codes",
                        "調べられる項目の一覧: topics, categories, errors, codes"),
         wants_list, bool, true),
    OPTION(0, "lang", language_tags + 1, ALL_COMMANDS,
           LANGUAGE_TEXTS("language of all output", "表示言語 (既定: ロケールの言語)"),
           WORD_OF(language, enum language, language_words)),
    OPTION(0, "top", "N", R,
           LANGUAGE_TEXTS("show the first N of every ranked list", "各一覧の上位 N 件を表示"),
           NUMBER(top, uint64_t, 1, 1000000)),
    FLAG(0, "all", R,
         LANGUAGE_TEXTS("show everything: all entries, all actions", "すべての項目と対処を表示"),
         top, uint64_t, RENDER_TOP_ALL),
    OPTION(0, "by", "KEY", R,
           LANGUAGE_TEXTS("rank by reason (default), code, host, folder or job",
                          "集計の単位: reason (既定), code, host, folder, job"),
           WORD(by, enum report_by, {"reason", BY_REASON}, {"code", BY_CODE}, {"host", BY_HOST},
                {"folder", BY_FOLDER}, {"job", BY_JOB})),
    FLAG(0, "jobs-table", R,
         LANGUAGE_TEXTS("list the jobs in the text report, newest first",
                        "ジョブの一覧も表示 (新しい順)"),
         jobs, enum render_jobs, RENDER_JOBS_ALL),
    OPTION(0, "jobs", "WHICH", R,
           LANGUAGE_TEXTS("list these jobs: failed or all", "表示するジョブ: failed または all"),
           WORD(jobs, enum render_jobs, {"failed", RENDER_JOBS_FAILED}, {"all", RENDER_JOBS_ALL})),
    FLAG(0, "explain-reading", R,
         LANGUAGE_TEXTS("show how each log's format was detected",
                        "各ログの種類を判断した理由を表示"),
         explains_reading, bool, true),
    OPTION(0, "rank", "HOW", R,
           LANGUAGE_TEXTS("rank by files (default), or by risk: data loss first",
                          "順位: files (既定) または risk (データ損失優先)"),
           WORD(by_risk, bool, {"files", false}, {"risk", true})),
    OPTION(0, "since", "TIME", R | F,
           LANGUAGE_TEXTS("leave out records before TIME (2020-08-04T13:16)",
                          "TIME より前の記録を除く (2020-08-04T13:16)"),
           START(since)),
    OPTION(0, "until", "TIME", R | F,
           LANGUAGE_TEXTS("leave out records after TIME", "TIME より後の記録を除く"), END(until)),
    OPTION(0, "as-of", "TIME", R | F,
           LANGUAGE_TEXTS("judge servers as of TIME; default: the newest record",
                          "TIME 時点で判定 (既定: 最新の記録の時刻)"),
           START(as_of)),
    FLAG(0, "ever", R | F,
         LANGUAGE_TEXTS("count every file that ever failed, also those read since",
                        "後で読み取れたファイルも含めて数える"),
         ever, bool, true),
    OPTION(0, "year", "YYYY", R | F,
           LANGUAGE_TEXTS("year of each log's first line; engine logs hold none",
                          "各ログの先頭行の年 (エンジン ログに年はない)"),
           NUMBER(year, int16_t, 1970, 9999)),
    OPTION(0, "tz", "ZONE", R | F,
           LANGUAGE_TEXTS("append ZONE to every time (+09:00, UTC)",
                          "すべての時刻に ZONE を付ける (+09:00, UTC)"),
           ZONE(zone)),
    OPTION(0, "host", "NAME", R | F,
           LANGUAGE_TEXTS("the server that all logs come from", "すべてのログの採取元サーバー"),
           NAME(host)),
    OPTION(0, "encoding", "NAME", R | F | A,
           LANGUAGE_TEXTS("read logs in this encoding (CP932, UTF-16 ...)",
                          "ログの文字コード (CP932, UTF-16 など)"),
           TEXT(encoding)),
    OPTION('j', "threads", "N", R | F,
           LANGUAGE_TEXTS("threads; default: the processors", "スレッド数 (既定: プロセッサ数)"),
           NUMBER(threads, uint64_t, 1, 256)),
    FLAG(0, "no-prefilter", R | F | A,
         LANGUAGE_TEXTS("try every rule on every line: the same output, slower",
                        "全行に全規則を試す (結果は同じ、低速)"),
         without_prefilter, bool, true),
    FLAG(0, "no-sandbox", READING_COMMANDS | V,
         LANGUAGE_TEXTS("run without the sandbox", "サンドボックスを使わない"), without_sandbox,
         bool, true),
    OPTION(0, "grammar", "FILE", R | F | A,
           LANGUAGE_TEXTS("add a grammar, or replace the one of its name",
                          "文法を追加、または同名の文法を置き換え"),
           LIST(grammars)),
    OPTION(0, "catalog", "FILE", R | F | E | A,
           LANGUAGE_TEXTS("add catalog rows; they win over built-in ones",
                          "カタログの行を追加 (組み込みより優先)"),
           LIST(catalogs)),
    OPTION(0, "fail-on", "EXPR", R | F,
           LANGUAGE_TEXTS("status 3 if EXPR holds: files>0 ...; list shows all",
                          "EXPR が成り立てば終了コード 3 (list: 項目一覧)"),
           LIST(conditions)),
    FLAG(0, "csv-bom", R | F | E,
         LANGUAGE_TEXTS("begin CSV with a byte order mark, for Excel",
                        "CSV の先頭に BOM を付ける (Excel 用)"),
         csv_bom, bool, true),
    FLAG(0, "csv-safe", R | F | E,
         LANGUAGE_TEXTS("disarm CSV cells that a spreadsheet takes for formulas",
                        "数式と解釈される CSV のセルを無害化"),
         csv_safe, bool, true),
    OPTION(0, "color", "WHEN", R | F | E,
           LANGUAGE_TEXTS("auto (default), always or never", "auto (既定), always, never"),
           WORD(color, enum when, {"auto", WHEN_AUTO}, {"always", WHEN_ALWAYS},
                {"never", WHEN_NEVER})),
    OPTION(0, "progress", "WHEN", R | F,
           LANGUAGE_TEXTS("auto (default) or never", "auto (既定) または never"),
           WORD(progress, enum when, {"auto", WHEN_AUTO}, {"never", WHEN_NEVER})),
    FLAG('q', "quiet", READING_COMMANDS,
         LANGUAGE_TEXTS("no messages about damaged input, no progress",
                        "入力の問題と進捗を表示しない"),
         is_quiet, bool, true),
    FLAG('h', "help", ALL_COMMANDS,
         LANGUAGE_TEXTS("help for the program or the command", "プログラムまたはコマンドの使い方"),
         wants_help, bool, true),
    FLAG(0, "version", ALL_COMMANDS,
         LANGUAGE_TEXTS("version, libraries and sandbox", "バージョン、ライブラリ、サンドボックス"),
         wants_version, bool, true),
};

const size_t option_count = COUNT_OF(option_rows);

static_assert(COUNT_OF(option_rows) <= MAX_OPTIONS, "MAX_OPTIONS is too small");
static_assert(sizeof((struct options *)NULL)->zone == ZONE_BYTES, "zone has room for any offset");
