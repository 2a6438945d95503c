/* The program's version and the libraries it runs with. */
#ifndef MARSIFT_APP_VERSION_H
#define MARSIFT_APP_VERSION_H

#include "output/writer.h"

#define MARSIFT_VERSION "0.1.0"

/* Writes the text of --version. */
void version_write(struct writer *writer);

#endif
