/* Reads the command line by the tables of commands and options. */
#ifndef MARSIFT_CLI_COMMAND_LINE_H
#define MARSIFT_CLI_COMMAND_LINE_H

#include <stdbool.h>

#include "base/fault.h"
#include "cli/options.h"

/* The language of messages: that of --lang, wherever it is, else that of the locale. */
enum language command_line_language(int argc, char **argv);

/* Reads the words of `argv` after the first. `arguments` has room for `argc` pointers and is lent
 * to `options`. An error is a FAULT_OPTION with a sentence that names the option. */
bool command_line_read(int argc, char **argv, const char **arguments, struct options *options,
                       struct fault *fault);

#endif
