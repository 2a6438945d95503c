/* Walks archives in archives in compressed streams: from one stream of bytes to the logs in it. */
#ifndef MARSIFT_INPUT_CONTAINER_WALK_H
#define MARSIFT_INPUT_CONTAINER_WALK_H

#include <stdbool.h>

#include "base/byte_reader.h"
#include "base/datetime.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/archive/random_access.h"
#include "input/source_state.h"

struct walk_start {
    struct byte_reader bytes;
    const struct random_access *random_access; /* the same bytes from the start, or NULL */
    struct span member;       /* below the source, valid UTF-8; "" for the source itself */
    struct datetime modified; /* of the file, or unset */
    bool named_directly;
};

/* Reads everything in `start`, however deep, up to the limits. False with a fault only. */
bool container_walk_read(struct source_state *state, const struct walk_start *start,
                         struct fault *fault);

#endif
