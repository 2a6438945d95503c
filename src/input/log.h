/* Describes one log: all that grammars and reports know of where lines come from. */
#ifndef MARSIFT_INPUT_LOG_H
#define MARSIFT_INPUT_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "input/encoding/line_block.h"

/* One log: a file, a stream or a member of an archive. Every text is valid UTF-8 and
 * NUL-terminated; control characters are left in. All of it is lent until the log has ended. */
struct log {
    const char *source;       /* as the user named it; "-" for standard input */
    const char *member;       /* below the source, "/" between folders and nested archives; or "" */
    const char *name;         /* last component, of a compressed log without .gz; "" for stdin */
    const char *host;         /* from the folders and archives around it (host_name.h), or "" */
    struct datetime modified; /* UTC time of the file or member; unset for a stream */
    uint64_t passed_lines;    /* at its beginning, in which nothing said what the log is */
    uint64_t skipped_bytes;   /* before its text: NULs or rubbish at the head of the file */
    bool named_directly;      /* the user named or piped this very log: it is read in any case */
};

#endif
