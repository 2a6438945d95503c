/* The list of commands, and the functions that run them; each is defined in command_NAME.c. */
#ifndef MARSIFT_CLI_COMMAND_LIST_H
#define MARSIFT_CLI_COMMAND_LIST_H

#include <stdbool.h>

#include "base/fault.h"
#include "base/language.h"
#include "cli/exit_status.h"

struct options;

/* id, letter (for tables of options), name, usage, summary. `command_NAME` runs it. */
#define COMMANDS(COMMAND)                                                                          \
    COMMAND(REPORT, R, report, "[report] [OPTION...] [PATH...]",                                   \
            LANGUAGE_TEXTS("what is not protected, why, what to do first",                         \
                           "保護されていないもの、原因、最初に行うこと"))                          \
    COMMAND(                                                                                       \
        FILES, F, files, "files    [OPTION...] [PATH...]",                                         \
        LANGUAGE_TEXTS("one row for each failed file", "失敗したファイルの一覧 (1 行に 1 個)"))    \
    COMMAND(EXPLAIN, E, explain, "explain  [CODE|ID|SYMBOL|WORD...]",                              \
            LANGUAGE_TEXTS("what it means and what to do; without a word, all topics",             \
                           "意味と対処。引数を省略するとトピックの一覧"))                          \
    COMMAND(ANNOTATE, A, annotate, "annotate [OPTION...] [PATH]",                                  \
            LANGUAGE_TEXTS("the input, with each known code explained after its line",             \
                           "入力の各行に、既知のコードの説明を付けて表示"))                        \
    COMMAND(                                                                                       \
        CHECK, C, check, "check    [FILE...]",                                                     \
        LANGUAGE_TEXTS("validate grammars and catalog files", "文法とカタログのファイルを検査"))   \
    COMMAND(HELP, H, help, "help     [COMMAND]",                                                   \
            LANGUAGE_TEXTS("this text, or one command and its options",                            \
                           "この説明、またはコマンドとそのオプション"))                            \
    COMMAND(VERSION, V, version, "version",                                                        \
            LANGUAGE_TEXTS("version, libraries and sandbox",                                       \
                           "バージョン、ライブラリ、サンドボックス"))

enum command {
#define COMMAND_ID(id, letter, name, usage, summary) COMMAND_##id,
    COMMANDS(COMMAND_ID)
#undef COMMAND_ID
        COMMAND_COUNT
};

/* Each command sets the exit status that the run deserves as far as it got, and starts from
 * EXIT_DONE; or it returns false with the fault set. `main` makes the process's status and message
 * of both. */
#define COMMAND_FUNCTION(id, letter, name, usage, summary)                                         \
    bool command_##name(const struct options *options, enum exit_status *status,                   \
                        struct fault *fault);
COMMANDS(COMMAND_FUNCTION)
#undef COMMAND_FUNCTION

#endif
