/* The program's version, the libraries it runs with, and its sandbox. */
#ifndef MARSIFT_APP_VERSION_H
#define MARSIFT_APP_VERSION_H

#include <stdbool.h>

#define MARSIFT_VERSION "0.1.0"

/* Writes the text of --version to standard output. What the sandbox can do here is found out by
 * entering it, unless it is off. */
void version_print(bool is_sandbox_off);

#endif
