/* From what the user named to logs: files, folders, standard input, gzip and archives, nested.
 * Nothing is ever written to disk. */
#ifndef MARSIFT_INPUT_SOURCE_H
#define MARSIFT_INPUT_SOURCE_H

#include <stdbool.h>

#include "base/fault.h"
#include "input/source_handler.h"

/* Reads everything that `path` ("-" for standard input) stands for and tells `handler`. False only
 * with a fault (memory, or what a callback raised); whatever is wrong with the input is told
 * through `problem` and `end`, and the reading goes on with what comes next. */
bool source_read(const char *path, const struct source_options *options,
                 const struct source_handler *handler, struct fault *fault);

#endif
