/* Recognises what people write in the place of a server's name that they do not want to show, and
 * what manuals write there. */
#ifndef MARSIFT_TEXT_PLACEHOLDER_NAME_H
#define MARSIFT_TEXT_PLACEHOLDER_NAME_H

#include <stdbool.h>

#include "base/span.h"

/* True for "*******", "<server>", "[redacted]", "XXXX", "xxxx.example.com", "SERVERNAME", and for
 * what every server calls itself, "localhost". An empty name is no placeholder. */
bool placeholder_name_is(struct span name);

#endif
