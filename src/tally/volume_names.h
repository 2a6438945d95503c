/* The volumes that a record names: for the commands that a person shall type. */
#ifndef MARSIFT_TALLY_VOLUME_NAMES_H
#define MARSIFT_TALLY_VOLUME_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/span.h"

enum { MAX_VOLUME_NAMES = 6 };

/* Different ones, sorted; of too many the first. */
struct volume_names {
    struct span names[MAX_VOLUME_NAMES];
    size_t count;
    bool has_more; /* there was no room for all */
};

/* Adds what the record names as a volume: "D:", or the \\?\Volume{...}\ that vssadmin takes as
 * well. It counts as a root of its own, or behind the word "volume" or "drive", where a bare letter
 * and the rest of a list count, too; not as the head of a longer path, which may be the agent's
 * own. Names are copied into the arena. False with the fault set. */
bool volume_names_add(struct volume_names *names, struct span record, struct arena *arena,
                      struct fault *fault);

/* Adds the volume that the path of a file begins with. */
bool volume_names_add_path(struct volume_names *names, struct span path, struct arena *arena,
                           struct fault *fault);

#endif
