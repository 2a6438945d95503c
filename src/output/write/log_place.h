/* The name of the log that a place is in. */
#ifndef MARSIFT_OUTPUT_WRITE_LOG_PLACE_H
#define MARSIFT_OUTPUT_WRITE_LOG_PLACE_H

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "report/report.h"

/* Returns log_name of the log of `place`, or an empty span if it has none. Lent by the report or by
 * `scratch`. */
struct span log_place_name(const struct report *report, struct place place, struct buffer *scratch,
                           struct fault *fault);

#endif
