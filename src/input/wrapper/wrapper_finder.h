/* Proposes by the head of a log what may wrap its lines. Whether it does, only reading the lines
 * without it can show. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_FINDER_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_FINDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "input/wrapper/wrapper_step.h"

enum { MAX_WRAPPER_PROPOSALS = 8 };

struct wrapper_proposals {
    /* Stands on evidence of its own, which no log has by itself: colour codes, HTML tags. */
    struct wrapper_step evident;
    bool has_evident;
    /* Steps of which each may be next. */
    struct wrapper_step steps[MAX_WRAPPER_PROPOSALS];
    size_t count;
};

/* Proposes the next step for `lines`, from which the steps of `wrapper` have been taken. Of the
 * evident steps only one is proposed at a time, and nothing else beside it. */
void wrapper_finder_propose(const struct wrapper *wrapper, const struct span *lines, size_t count,
                            struct wrapper_proposals *proposals);

#endif
