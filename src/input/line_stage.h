/* A stage that changes the decoded lines of a log before its dialect reads them: it takes off what
 * wraps each line, or makes one line of a record that a table spreads over several. */
#ifndef MARSIFT_INPUT_LINE_STAGE_H
#define MARSIFT_INPUT_LINE_STAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* `feed` gets each line, valid UTF-8 without its terminator, and appends lines to `out`, each ended
 * by a LF and without CR or LF inside. It may hold lines back and give them with a later one, or
 * when `end` is called. In the end there are as many lines as were fed, so that the numbers of
 * lines stay those of the log: what a stage has no use for becomes an empty line. Both return false
 * with the fault set. `end` may be NULL. */
struct line_stage {
    void *context;
    bool (*feed)(void *context, struct span line, struct buffer *out, struct fault *fault);
    bool (*end)(void *context, struct buffer *out, struct fault *fault);
};

enum { MAX_LINE_STAGES = 4 };

/* The stages of a log, the first one first. Start as {0}. */
struct line_stages {
    struct line_stage stages[MAX_LINE_STAGES];
    size_t count;
    bool has_hosts; /* each line that the last stage gives begins with a host: line_hosts.h */
};

#endif
