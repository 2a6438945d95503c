/* The one way to name a log: its source, and below an archive or folder source/member. */
#ifndef MARSIFT_TEXT_LOG_NAME_H
#define MARSIFT_TEXT_LOG_NAME_H

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* The name, lent by `source` or by `scratch`, whose content is replaced when there is a member.
 * Without memory it is the source alone, and the fault is set. */
struct span log_name(struct span source, struct span member, struct buffer *scratch,
                     struct fault *fault);

#endif
