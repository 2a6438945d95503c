/* The parts of the inputs' paths that may name servers. A folder or archive is enough by itself; of
 * files that were named one by one, as a shell's "*" does, the folders around them may tell them
 * apart: "SRV1/Temp/CBEngineCurr.errlog SRV2/Temp/CBEngineCurr.errlog". */
#ifndef MARSIFT_INPUT_HOST_INPUTS_H
#define MARSIFT_INPUT_HOST_INPUTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/hash_array.h"
#include "base/span.h"

/* Inputs that are in one tree of folders: relative paths, or absolute ones. */
struct input_tree {
    struct span common; /* the folders around all of them; lent by a path */
    bool has_inputs;
    bool has_servers; /* its folders are several servers' */
    uint64_t likely;  /* the first name that is likely a server's; 0: none */
};

/* Start as zeros, end with host_inputs_release. */
struct host_inputs {
    struct input_tree relative;
    struct input_tree absolute;
    struct hash_array names; /* of uint64_t: the folder around the first input of a name */
};

/* Notes the path of an input, which is lent until the release. False with the fault set. */
bool host_inputs_add(struct host_inputs *inputs, struct span path, struct fault *fault);

/* Returns the part of `path` that may name its server, after all inputs were noted: its last
 * component. If the folders around the inputs are several servers', it begins with the nearest one
 * around all of them, as if that had been named; the root is none. They are several servers' if
 * inputs of the same name, but for numbers, are in different ones; or if relative paths name two
 * likely servers. Lent by `path`; `inputs` may be NULL. */
struct span host_inputs_place(const struct host_inputs *inputs, struct span path);

void host_inputs_release(struct host_inputs *inputs);

#endif
