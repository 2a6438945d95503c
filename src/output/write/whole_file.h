/* A file that appears whole or not at all: it is written under a temporary name in its own folder,
 * synced, and renamed. A process writes one such file at a time. */
#ifndef MARSIFT_OUTPUT_WRITE_WHOLE_FILE_H
#define MARSIFT_OUTPUT_WRITE_WHOLE_FILE_H

#include <stdbool.h>

#include "base/fault.h"

enum { WHOLE_FILE_TEMPORARY_BYTES = 48 };

/* The folder stays open until the end, so that the names keep their meaning if it is moved or the
 * process changes its working folder. */
struct whole_file {
    int descriptor; /* may be the standard output, which must not be closed */
    int folder;     /* -1 if the bytes go straight through; then there are no names */
    char *name;     /* the final one in `folder`, links followed */
    char temporary[WHOLE_FILE_TEMPORARY_BYTES]; /* the name until the end; "" afterwards */
};

/* No file. It may be released. */
struct whole_file whole_file_none(void);

/* See writer_to_file. On failure returns false with FAULT_WRITE or FAULT_MEMORY; then nothing is to
 * be released. */
bool whole_file_open(const char *path, struct whole_file *file, struct fault *fault);

/* Makes the written bytes durable. `path` is for the sentence. */
bool whole_file_sync(const struct whole_file *file, const char *path, struct fault *fault);

/* Renames the temporary file to its name, and makes the name durable as far as the system can. */
bool whole_file_rename(struct whole_file *file, const char *path, struct fault *fault);

/* Removes the temporary file unless it has been renamed, and closes the folder. The caller closes
 * the descriptor. */
void whole_file_release(struct whole_file *file);

/* Removes the temporary file, if there is one. For handlers of signals that end the process. */
void whole_file_remove_unfinished(void);

#endif
