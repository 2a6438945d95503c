/* What wraps the lines of a log that went through grep, a mail, a terminal, syslog, a web page ...
 * and how to take it off again. A wrapper is a chain of steps; it is found once, at the head of a
 * log (wrapper_finder.h), and holds for all of it. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/wrapper/wrapper_match.h"
#include "input/wrapper/wrapper_step.h"

/* The host of the lines that follow, and room for the work. Start as {0}, for each log. */
struct wrapper_state {
    struct buffer texts[2];
    struct buffer heading_host; /* by the heading over the lines; empty: none */
    struct buffer host;         /* of the line */
    enum match_part match_part; /* MATCHES: what the last line was */
};
void wrapper_state_release(struct wrapper_state *state);

/* A line without its wrapper. `host` is empty if the wrapper names none. */
struct unwrapped_line {
    struct span text;
    struct span host;
};

/* Takes the wrapper off one line. What only the wrapper needs, such as the separator of two groups,
 * becomes an empty line. The result is lent by `line` and `state`, until the next call. False
 * without memory. */
bool wrapper_strip(const struct wrapper *wrapper, struct wrapper_state *state, struct span line,
                   struct unwrapped_line *unwrapped, struct fault *fault);

/* True if lines get a host. */
bool wrapper_has_hosts(const struct wrapper *wrapper);

/* What it takes off, in the order of the steps. */
struct wrapper_kinds wrapper_kinds_of(const struct wrapper *wrapper);

#endif
