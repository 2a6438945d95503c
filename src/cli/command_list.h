/* The list of commands, and the functions that run them; each is defined in command_NAME.c. */
#ifndef MARSIFT_CLI_COMMAND_LIST_H
#define MARSIFT_CLI_COMMAND_LIST_H

#include <stdbool.h>

#include "base/fault.h"
#include "cli/exit_status.h"

struct options;

/* id, letter (for tables of options), name, usage, summary. `command_NAME` runs it. */
#define COMMANDS(COMMAND)                                                                          \
    COMMAND(REPORT, R, report, "[report] [OPTION...] [PATH...]",                                   \
            "what is not protected, why, what to do first")                                        \
    COMMAND(FILES, F, files, "files    [OPTION...] [PATH...]", "one row for each failed file")     \
    COMMAND(EXPLAIN, E, explain, "explain  [CODE|ID|SYMBOL|WORD...]",                              \
            "what it means and what to do; without a word, all topics")                            \
    COMMAND(ANNOTATE, A, annotate, "annotate [OPTION...] [PATH]",                                  \
            "the input, with each known code explained after its line")                            \
    COMMAND(CHECK, C, check, "check    [FILE...]", "validate grammars and catalog files")          \
    COMMAND(HELP, H, help, "help     [COMMAND]", "this text, or one command and its options")      \
    COMMAND(VERSION, V, version, "version", "version, libraries and sandbox")

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
