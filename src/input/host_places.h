/* Names the host of each log by the places of all of them. */
#ifndef MARSIFT_INPUT_HOST_PLACES_H
#define MARSIFT_INPUT_HOST_PLACES_H

#include <stdbool.h>

#include "base/fault.h"
#include "base/hash_array.h"
#include "base/span.h"
#include "input/host_siblings.h"

/* Start as zeros, end with host_places_release. */
struct host_places {
    struct hash_array folders; /* of struct host_folder, by the key of its place */
    struct hash_array homes; /* of struct first_homes, by the key of a log's name below a folder */
    struct host_siblings siblings;
    bool has_nameless_archives; /* with logs of the same name, and nothing names their servers */
};

/* Notes the place of a log. False with the fault set. */
bool host_places_add(struct host_places *places, struct span place, struct fault *fault);

/* As host_name_of_place, with these differences. What is below a folder with the agent's own logs
 * is of that folder's server unless its name is likely another's. Folders beside each other with
 * logs of the same name are several servers', whatever the folder around them is called; if their
 * names are likely servers', the folder around them is none. Where nothing names a
 * server, folders beside each other of weak names (host_rank_weak_name) with logs of the same name
 * are several servers', and so are folders with current engine logs in the same place
 * (host_siblings.h). Archives without a server's name are kept apart by their own names if their
 * logs have the same names. `*is_weak` is true for such names of folders and archives; a name is
 * lent by `place`. */
struct span host_places_name(const struct host_places *places, struct span place, bool *is_weak);

void host_places_release(struct host_places *places);

#endif
