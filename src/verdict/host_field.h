/* The host that a record names. */
#ifndef MARSIFT_VERDICT_HOST_FIELD_H
#define MARSIFT_VERDICT_HOST_FIELD_H

#include "base/span.h"
#include "grammar/event.h"

/* The host, without the full stop that alerts put after it; empty if the record names none, or only
 * a placeholder: "<Servername>", "*******" (see text/placeholder_name.h). */
struct span host_field_read(const struct event *event);

#endif
