/* Reads one file, pipe or device from its descriptor, or the bytes of a file from memory. */
#ifndef MARSIFT_INPUT_FILE_H
#define MARSIFT_INPUT_FILE_H

#include <stdbool.h>

#include "base/fault.h"
#include "base/span.h"
#include "input/source_state.h"

/* Reads `descriptor` (not closed here) as `member` (valid UTF-8, "" for the source itself). A read
 * error is a problem of the log or archive. False with a fault only. */
bool file_read(struct source_state *state, int descriptor, struct span member, bool named_directly,
               struct fault *fault);

/* Reads `bytes`, a whole file, as the source itself. False with a fault only. */
bool file_read_bytes(struct source_state *state, struct span bytes, struct fault *fault);

#endif
