/* The one way to name a log: its source, and with a member of an archive source/member. */
#ifndef MARSIFT_OUTPUT_LOG_NAME_H
#define MARSIFT_OUTPUT_LOG_NAME_H

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "diagnosis/report.h"

/* The name, lent by `source` or by `scratch`, whose content is replaced when there is a member.
 * Without memory it is the source alone, and the fault is set. */
struct span log_name(struct span source, struct span member, struct buffer *scratch,
                     struct fault *fault);

/* The name of the log that `place` is in; an empty span when it is in none. */
struct span log_name_of_place(const struct report *report, struct place place,
                              struct buffer *scratch, struct fault *fault);

#endif
