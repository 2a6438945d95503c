/* Tells servers apart by their current engine logs: a server has only one. Folders beside each
 * other that have such a log in the same place, FS01/Temp/CBEngineCurr.errlog and
 * DATA/Temp/CBEngineCurr.errlog, are several servers', though DATA alone may be anything. */
#ifndef MARSIFT_INPUT_HOST_SIBLINGS_H
#define MARSIFT_INPUT_HOST_SIBLINGS_H

#include <stdbool.h>

#include "base/fault.h"
#include "base/hash_array.h"
#include "base/span.h"

/* Start as zeros, end with host_siblings_release. */
struct host_siblings {
    struct hash_array
        groups; /* of struct sibling_group, by the folder around and the place below */
    struct hash_array folders; /* of struct sibling_folder, by the key of its place */
};

/* Notes a log if it is a current engine log. False with the fault set. */
bool host_siblings_add(struct host_siblings *siblings, struct span place, struct fault *fault);

/* Returns the name of the innermost folder around the log that is a server's by what is beside it,
 * lent by `place`; empty if there is none inside the folder whose name has `outer`, which is lent
 * by `place`, too, or empty. */
struct span host_siblings_name(const struct host_siblings *siblings, struct span place,
                               struct span outer);

void host_siblings_release(struct host_siblings *siblings);

#endif
