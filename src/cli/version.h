/* The program's version, the libraries it runs with, and its sandbox. */
#ifndef MARSIFT_CLI_VERSION_H
#define MARSIFT_CLI_VERSION_H

#include <stdbool.h>

#include "output/write/writer.h"

#define MARSIFT_VERSION "0.1.0"

/* Writes the text of --version. What the sandbox can do here is found out by entering it, unless it
 * is off. */
void version_write(struct writer *writer, bool is_sandbox_off);

#endif
