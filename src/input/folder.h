/* Reads a folder and everything below it, sorted by name. */
#ifndef MARSIFT_INPUT_FOLDER_H
#define MARSIFT_INPUT_FOLDER_H

#include <stdbool.h>

#include "base/fault.h"
#include "input/source_state.h"

/* Links are not followed, pipes and devices not opened; each is reported as skipped. What cannot be
 * opened is reported as a problem. False with a fault only. */
bool folder_read(struct source_state *state, const char *path, struct fault *fault);

#endif
