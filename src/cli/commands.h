/* The table of commands, from which the command line, help and shell completion know them; `main`
 * knows how to run each. */
#ifndef MARSIFT_CLI_COMMANDS_H
#define MARSIFT_CLI_COMMANDS_H

#include "cli/command_list.h"

struct command_row {
    char letter;
    const char *name;
    const char *usage; /* after "marsift "; PATH and FILE are arguments that name files */
    const char *summary[LANGUAGE_COUNT];
};

extern const struct command_row command_rows[COMMAND_COUNT];

/* Sets `command` to the one of that name; false if there is none. */
bool command_find(const char *name, enum command *command);

/* The name of a command that `word` may be a misspelling of, in any case of letters; NULL if
 * there is none. */
const char *command_nearest(const char *word);

/* True if the command reads standard input when no argument names a PATH. */
bool command_reads_stdin(enum command command);

#endif
