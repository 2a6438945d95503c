/* The texts of help, made of the tables of commands, options and exit statuses. */
#ifndef MARSIFT_CLI_HELP_H
#define MARSIFT_CLI_HELP_H

#include "base/language.h"
#include "cli/command_list.h"
#include "output/write/writer.h"

/* Writes the whole: commands, examples, where the logs are, options, exit statuses. */
void help_write(struct writer *writer, enum language language);

/* Writes the usage of one command and its options. */
void help_write_command(struct writer *writer, enum command command, enum language language);

/* Prints a few lines on standard error that say what to type. */
void help_print_usage(enum language language);

#endif
