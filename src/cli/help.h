/* The text of --help, made of the tables of commands, options and exit statuses. */
#ifndef MARSIFT_CLI_HELP_H
#define MARSIFT_CLI_HELP_H

#include "output/write/writer.h"

void help_write(struct writer *writer);

#endif
