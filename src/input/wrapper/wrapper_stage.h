/* Takes a wrapper off the lines of a log: a line stage. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_STAGE_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_STAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/wrapper/wrapper.h"

/* Start as {0}, end with wrapper_stage_release. */
struct wrapper_stage {
    struct wrapper wrapper;
    bool has_hosts; /* each line begins with its host and LINE_HOST_MARK */
    struct wrapper_state state;
    /* If the wrapper breaks lines: the parts of a line that may go on. */
    struct buffer held;
    struct buffer held_host;
    size_t held_lines;
    size_t part_start; /* of the last part in `held` */
    /* If a mail breaks lines: those that go on with the next one. */
    struct buffer soft;
    size_t soft_lines;
    /* If the lines have tags: those of a table's row that is not closed yet. */
    bool has_tags;
    struct buffer row;
    size_t row_lines;
};

/* Starts on the first line of a log. */
void wrapper_stage_start(struct wrapper_stage *stage, const struct wrapper *wrapper,
                         bool has_hosts);
void wrapper_stage_release(struct wrapper_stage *stage);

/* These two take a struct wrapper_stage, as a struct line_stage wants it. */
bool wrapper_stage_feed(void *context, struct span line, struct buffer *out, struct fault *fault);
bool wrapper_stage_end(void *context, struct buffer *out, struct fault *fault);

#endif
