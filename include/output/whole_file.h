/* A file that appears whole or not at all: written under a temporary name in its own folder,
 * synced, renamed. A process writes one such file at a time. */
#ifndef MARSIFT_OUTPUT_WHOLE_FILE_H
#define MARSIFT_OUTPUT_WHOLE_FILE_H

#include <stdbool.h>

#include "base/fault.h"

/* `temporary` and `path` are NULL when the bytes go straight through; the caller releases them with
 * memory_free. `descriptor` may be the standard output, which is not to be closed. */
struct whole_file {
    int descriptor;
    char *path; /* the final name, links followed */
    char *temporary;
};

/* See writer_to_file. On failure false, the fault set (FAULT_WRITE or FAULT_MEMORY), nothing held.
 */
bool whole_file_open(const char *path, struct whole_file *file, struct fault *fault);

/* Makes what was written durable. `name` is for the sentence. */
bool whole_file_sync(int descriptor, const char *name, struct fault *fault);

/* Gives the temporary file its name, and makes the name durable as far as the system can. */
bool whole_file_rename(const char *temporary, const char *path, struct fault *fault);

/* Gives up: the temporary file is gone. */
void whole_file_remove(const char *temporary);

/* The same for handlers of signals that end the process: nothing happens when no file is under way.
 */
void whole_file_remove_unfinished(void);

#endif
