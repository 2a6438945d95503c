/* The hosts of lines, in a chunk whose every line begins with the name of a host, which may be
 * empty, and LINE_HOST_MARK. */
#ifndef MARSIFT_INPUT_ENCODING_LINE_HOSTS_H
#define MARSIFT_INPUT_ENCODING_LINE_HOSTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* ASCII's information separator two; no name holds it. */
enum { LINE_HOST_MARK = 0x1E };

/* Start as {0}, end with line_hosts_release. */
struct line_hosts {
    struct buffer text; /* the lines without hosts */
    struct span *spans; /* by line; lent by what was split */
    size_t count;
    size_t capacity;
};

/* Splits the lines, each ended by LF, into hosts and texts, and sets `lines` to the texts, which
 * `hosts` lends until the next call. False without memory. */
bool line_hosts_split(struct line_hosts *hosts, struct span *lines, struct fault *fault);
void line_hosts_release(struct line_hosts *hosts);

#endif
