/* The volumes that records name, for commands that a person will type. */
#ifndef MARSIFT_TALLY_VOLUME_NAMES_H
#define MARSIFT_TALLY_VOLUME_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/span.h"

enum { MAX_VOLUME_NAMES = 6 };

/* Distinct names, sorted; of more than MAX_VOLUME_NAMES the first. */
struct volume_names {
    struct span names[MAX_VOLUME_NAMES];
    size_t count;
    bool has_more; /* some were dropped */
};

/* Adds the volumes that the record names: "D:", or a \\?\Volume{...}\, which vssadmin takes as
 * well. A name counts if it is a root of its own, or follows the word "volume" or "drive": then a
 * bare letter and the rest of a list count, too. The start of a longer path does not count: it may
 * be one of the agent's own files. Names are copied into the arena. False with the fault set. */
bool volume_names_add(struct volume_names *names, struct span record, struct arena *arena,
                      struct fault *fault);

/* Adds the volume with which the path of a file begins. False with the fault set. */
bool volume_names_add_path(struct volume_names *names, struct span path, struct arena *arena,
                           struct fault *fault);

#endif
