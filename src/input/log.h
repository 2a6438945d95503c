/* The type header of the input room: what a log is, and the blocks of whole lines that it comes in.
 * This is all that the rooms to the right know of input. */
#ifndef MARSIFT_INPUT_LOG_H
#define MARSIFT_INPUT_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "input/encoding/line_block.h"

/* One log: a file, a stream or a member of an archive. Every text is NUL-terminated UTF-8 without
 * control characters removed; all of it is lent by the input room until the log has ended. */
struct log {
    const char *source; /* what the user named; "-" for standard input */
    const char *member; /* below that source, "/" between folders and nested archives; "" if none */
    const char *name;   /* the last component, of a compressed log without .gz; "" for stdin */
    const char *host;   /* from the folders and archives around it (design: host); "" if none */
    struct datetime modified; /* file or member time, UTC date and time; unset for a stream */
    bool named_directly;      /* the user named or piped this very log: it is read whatever it is */
};

#endif
