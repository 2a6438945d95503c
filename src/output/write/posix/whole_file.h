/* A file that appears whole or not at all: written under a temporary name in its own folder,
 * synced, renamed. A process writes one such file at a time. */
#ifndef MARSIFT_OUTPUT_POSIX_WHOLE_FILE_H
#define MARSIFT_OUTPUT_POSIX_WHOLE_FILE_H

#include <stdbool.h>

#include "base/fault.h"

enum { WHOLE_FILE_TEMPORARY_BYTES = 48 };

/* The folder stays open until the end, so that the names mean the same then, wherever the process
 * is by that time. `folder` is -1 when the bytes go straight through; then there are no names. */
struct whole_file {
    int descriptor; /* may be the standard output, which is not to be closed */
    int folder;
    char *name;                                 /* the final one in `folder`, links followed */
    char temporary[WHOLE_FILE_TEMPORARY_BYTES]; /* what it is called until then; "" afterwards */
};

/* Nothing, which can be released. */
struct whole_file whole_file_none(void);

/* See writer_to_file. On failure false, the fault set (FAULT_WRITE or FAULT_MEMORY), nothing held.
 */
bool whole_file_open(const char *path, struct whole_file *file, struct fault *fault);

/* Makes what was written durable. `path` is for the sentence. */
bool whole_file_sync(const struct whole_file *file, const char *path, struct fault *fault);

/* Gives the temporary file its name, and makes the name durable as far as the system can. */
bool whole_file_rename(struct whole_file *file, const char *path, struct fault *fault);

/* Removes the temporary file if it has not got its name, and leaves the folder. The descriptor is
 * the caller's to close. */
void whole_file_release(struct whole_file *file);

/* Gives up: the temporary file is gone. */
void whole_file_remove(const char *temporary);

/* The same for handlers of signals that end the process: nothing happens when no file is under way.
 */
void whole_file_remove_unfinished(void);

#endif
