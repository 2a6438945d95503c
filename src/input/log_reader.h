/* Hands one log to the handler, piece by piece. */
#ifndef MARSIFT_INPUT_LOG_READER_H
#define MARSIFT_INPUT_LOG_READER_H

#include <stdbool.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "input/log.h"
#include "input/source_state.h"

/* Reads `bytes` to their end as `log`, whose host is filled in here. When nothing can be read
 * because of damage, a log that the user did not name is a mere problem. False with a fault only.
 */
bool log_reader_run(struct source_state *reading, struct log *log, struct byte_reader bytes,
                    struct fault *fault);

#endif
