/* From what the user named to logs: files, folders, standard input, gzip and archives, nested.
 * Nothing is ever written to disk.
 *
 * The same bytes are the same logs, members and problems, wherever they are read from. Two things
 * follow from the source: a log's modification time is that of the file, and is not set for a pipe
 * or for memory; and of a damaged zip or 7z, what can be read at any offset may give more lines
 * before the damage than a pipe.
 *
 * Each function returns false only with a fault (memory, or what a callback raised). Anything wrong
 * with the input is reported through `problem` and `end`, and reading goes on after it. */
#ifndef MARSIFT_INPUT_SOURCE_H
#define MARSIFT_INPUT_SOURCE_H

#include <stdbool.h>

#include "base/fault.h"
#include "base/span.h"
#include "input/source_handler.h"

/* Reads the file or folder `path` ("-" for standard input) and reports to `handler`. */
bool source_read(const char *path, const struct source_options *options,
                 const struct source_handler *handler, struct fault *fault);

/* Reads an open file, pipe or device (no folder) from its current position to its end. The caller
 * keeps the descriptor and closes it; its position afterwards is unspecified. `name` is shown as a
 * path is, and the names of log and host are taken from it; NULL means "-", as standard input is
 * shown. */
bool source_read_descriptor(int descriptor, const char *name, const struct source_options *options,
                            const struct source_handler *handler, struct fault *fault);

/* Reads `bytes`, the content of a whole file, which the caller lends until this returns. `name` is
 * as above. */
bool source_read_bytes(struct span bytes, const char *name, const struct source_options *options,
                       const struct source_handler *handler, struct fault *fault);

#endif
