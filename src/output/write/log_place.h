/* The name of the log that something stands in. */
#ifndef MARSIFT_OUTPUT_WRITE_LOG_PLACE_H
#define MARSIFT_OUTPUT_WRITE_LOG_PLACE_H

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "report/report.h"

/* As log_name gives it for the log that `place` is in; an empty span when it is in none. */
struct span log_place_name(const struct report *report, struct place place, struct buffer *scratch,
                           struct fault *fault);

#endif
