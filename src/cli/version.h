/* The program's version, its libraries and its sandbox. */
#ifndef MARSIFT_CLI_VERSION_H
#define MARSIFT_CLI_VERSION_H

#include <stdbool.h>

#include "output/write/writer.h"

/* Writes the text of --version. Enters the sandbox, unless it is off, to find out what it can do on
 * this system. */
void version_write(struct writer *writer, bool is_sandbox_off);

#endif
