/* Guesses the host that a log comes from by its own name and those of the folders and archives
 * around it. */
#ifndef MARSIFT_INPUT_HOST_NAME_H
#define MARSIFT_INPUT_HOST_NAME_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/host_inputs.h"

/* Returns the host of the log at `place` ("N1.zip/CBENGINE_Error_Logs/CBEngineCurr.errlog", the
 * log's own name last): of the names that may be a server's (host_rank.h) the most likely, of
 * equals the nearest. Empty when there is none. Lent by `place`. */
struct span host_name_of_place(struct span place);

/* Writes the place of a log: what may name a server in the path of its source, and its member
 * unless that is "". False when memory fails. */
bool host_name_write_place(const struct host_inputs *inputs, struct span source, struct span member,
                           struct buffer *place, struct fault *fault);

#endif
