/* Reads a folder and all that is below it, sorted by name. */
#ifndef MARSIFT_INPUT_FOLDER_H
#define MARSIFT_INPUT_FOLDER_H

#include <stdbool.h>

#include "base/fault.h"
#include "input/source_state.h"

/* Links are not followed, pipes and devices not opened; each is told as skipped. False with a fault
 * only: what cannot be opened is a problem. */
bool folder_read(struct source_state *reading, const char *path, struct fault *fault);

#endif
