/* Files that could not be restored. */
#ifndef MARSIFT_VERDICT_RESTORED_FILE_H
#define MARSIFT_VERDICT_RESTORED_FILE_H

#include <stdbool.h>

#include "grammar/event.h"

/* True for the failure of a file that could not be written, or that was being restored, as the
 * record says. Backups only read the files that they protect. */
bool restored_file_is_named(const struct event *event);

#endif
