/* Walks from a log outwards, over the names around it that may be a server's. */
#ifndef MARSIFT_INPUT_HOST_WALK_H
#define MARSIFT_INPUT_HOST_WALK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "text/host_shape.h"

/* All spans are lent by the place. */
struct host_walk {
    struct span log;  /* the name of the log itself */
    struct span rest; /* what is around the current name */
    struct span host; /* in the current name */
    enum host_rank rank;
    uint64_t key; /* of the current name's place */
    bool is_log;  /* the log's own name is still to come */
};

/* Starts before the log `place`, whose own name is the last one. */
void host_walk_start(struct host_walk *walk, struct span place);

/* Goes on to the next name, the log's own first; false if there is none. */
bool host_walk_next(struct host_walk *walk);

/* Removes and returns the last component of `place`. */
struct span host_walk_pop(struct span *place);

#endif
