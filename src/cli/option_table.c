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
#define WORD(member, member_type, ...)                                                             \
    SET(OPTION_WORD, member, member_type), .words = (const struct option_word[])                   \
    {                                                                                              \
        __VA_ARGS__,                                                                               \
        {                                                                                          \
            NULL, TYPED_WORDS(member_type, __VA_ARGS__)                                            \
        }                                                                                          \
    }

/* `value` is one of the types above; a row without one does not build. */
#define OPTION(option_letter, option_name, option_argument, option_commands, option_help, value)   \
    {                                                                                              \
        .letter = (option_letter), .name = (option_name), .argument = (option_argument),           \
        .commands = (option_commands), value, .help = (option_help)                                \
    }

/* An option without a value: sets the member to `value`. */
#define FLAG(option_letter, option_name, option_commands, option_help, member, member_type, value) \
    {                                                                                              \
        .letter = (option_letter), .name = (option_name), .commands = (option_commands),           \
        SET(OPTION_FLAG, member, member_type),                                                     \
        .flag_value = (value) + HELD_BY(member_type, value), .help = (option_help)                 \
    }

const struct option_row option_rows[] = {
    OPTION('f', "format", "NAME", R | F | E, FORMAT_NAMES_WITH_DEFAULT, FORMAT(format)),
    OPTION('o', "output", "FILE", R | F | E | A, "write FILE, whole or not at all", TEXT(output)),
    FLAG(0, "list", E, "list all that can be asked for: topics, categories, errors, codes",
         wants_list, bool, true),
    OPTION(0, "lang", "en|ja", R | F | E | A, "language of titles, causes and actions",
           WORD(language, enum language, {"en", LANGUAGE_EN}, {"ja", LANGUAGE_JA})),
    OPTION(0, "top", "N", R, "show the first N of every ranked list",
           NUMBER(top, uint64_t, 1, 1000000)),
    FLAG(0, "all", R, "show everything: all entries, all actions", top, uint64_t, RENDER_TOP_ALL),
    OPTION(0, "by", "KEY", R, "rank by reason (default), code, host, folder or job",
           WORD(by, enum report_by, {"reason", BY_REASON}, {"code", BY_CODE}, {"host", BY_HOST},
                {"folder", BY_FOLDER}, {"job", BY_JOB})),
    FLAG(0, "jobs-table", R, "list the jobs in the text report, newest first", jobs,
         enum render_jobs, RENDER_JOBS_ALL),
    OPTION(0, "jobs", "WHICH", R, "list these jobs: failed or all",
           WORD(jobs, enum render_jobs, {"failed", RENDER_JOBS_FAILED}, {"all", RENDER_JOBS_ALL})),
    FLAG(0, "explain-reading", R, "say in the text report why each log was read as it was",
         explains_reading, bool, true),
    OPTION(0, "rank", "HOW", R, "rank by files (default), or by risk: data loss first",
           WORD(by_risk, bool, {"files", false}, {"risk", true})),
    OPTION(0, "since", "TIME", R | F, "leave out records before TIME (2020-08-04T13:16)",
           START(since)),
    OPTION(0, "until", "TIME", R | F, "leave out records after TIME", END(until)),
    OPTION(0, "as-of", "TIME", R | F, "judge servers as of TIME; default: the newest record",
           START(as_of)),
    FLAG(0, "ever", R | F, "count every file that ever failed, also those read since", ever, bool,
         true),
    OPTION(0, "year", "YYYY", R | F, "year of each log's first line; engine logs hold none",
           NUMBER(year, int16_t, 1970, 9999)),
    OPTION(0, "tz", "ZONE", R | F, "append ZONE to every time (+09:00, UTC)", ZONE(zone)),
    OPTION(0, "host", "NAME", R | F, "the server that all logs come from", NAME(host)),
    OPTION(0, "encoding", "NAME", R | F | A, "read logs in this encoding (CP932, UTF-16 ...)",
           TEXT(encoding)),
    OPTION('j', "threads", "N", R | F, "threads; default: the processors",
           NUMBER(threads, uint64_t, 1, 256)),
    FLAG(0, "no-prefilter", R | F | A, "try every rule on every line: the same output, slower",
         without_prefilter, bool, true),
    FLAG(0, "no-sandbox", READING_COMMANDS | V, "do not enter the sandbox, for odd systems",
         without_sandbox, bool, true),
    OPTION(0, "grammar", "FILE", R | F | A, "add a grammar, or replace the one of its name",
           LIST(grammars)),
    OPTION(0, "catalog", "FILE", R | F | E | A, "add catalog rows; they win over built-in ones",
           LIST(catalogs)),
    OPTION(0, "fail-on", "EXPR", R | F, "status 3 if EXPR holds: files>0 ...; list shows all",
           LIST(conditions)),
    FLAG(0, "csv-bom", R | F | E, "begin CSV with a byte order mark, for Excel", csv_bom, bool,
         true),
    FLAG(0, "csv-safe", R | F | E, "disarm CSV cells that a spreadsheet takes for formulas",
         csv_safe, bool, true),
    OPTION(0, "color", "WHEN", R | F | E, "auto (default), always or never",
           WORD(color, enum when, {"auto", WHEN_AUTO}, {"always", WHEN_ALWAYS},
                {"never", WHEN_NEVER})),
    OPTION(0, "progress", "WHEN", R | F, "auto (default) or never",
           WORD(progress, enum when, {"auto", WHEN_AUTO}, {"never", WHEN_NEVER})),
    FLAG('q', "quiet", READING_COMMANDS, "no messages about damaged input, no progress", is_quiet,
         bool, true),
    FLAG('h', "help", ALL_COMMANDS, "help for the program or the command", wants_help, bool, true),
    FLAG(0, "version", ALL_COMMANDS, "version, libraries and sandbox", wants_version, bool, true),
};

const size_t option_count = COUNT_OF(option_rows);

static_assert(COUNT_OF(option_rows) <= MAX_OPTIONS, "MAX_OPTIONS is too small");
static_assert(sizeof((struct options *)NULL)->zone == ZONE_BYTES, "zone has room for any offset");
