/* Delivers one log to the handler, chunk by chunk. */
#ifndef MARSIFT_INPUT_LOG_READER_H
#define MARSIFT_INPUT_LOG_READER_H

#include <stdbool.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "input/log.h"
#include "input/source_state.h"

/* Reads `bytes` to their end as `log`, and sets its host. When damage leaves nothing to read, a log
 * that the user did not name directly is only reported as a problem. False with a fault only. */
bool log_reader_run(struct source_state *state, struct log *log, struct byte_reader bytes,
                    struct fault *fault);

#endif
