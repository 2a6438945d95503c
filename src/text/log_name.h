/* The one way to name a log: the source, or source/member in an archive or folder. */
#ifndef MARSIFT_TEXT_LOG_NAME_H
#define MARSIFT_TEXT_LOG_NAME_H

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* Returns the name, lent by `source`, or by `scratch`, whose content it replaces, if there is a
 * member. Without memory it is the source alone, and the fault is set. */
struct span log_name(struct span source, struct span member, struct buffer *scratch,
                     struct fault *fault);

#endif
