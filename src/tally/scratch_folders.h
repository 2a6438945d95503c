/* The scratch folders of hosts, as the registry in the input gives them: known only when all of it
 * was read, while files are judged as they are read. */
#ifndef MARSIFT_TALLY_SCRATCH_FOLDERS_H
#define MARSIFT_TALLY_SCRATCH_FOLDERS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/hash_array.h"
#include "text/folder_list.h"

struct tally;

/* Those of one host. */
struct host_scratch {
    uint32_t host;              /* in the tally that they were found in */
    bool is_ambiguous;          /* its name is a short one that the input has in two domains */
    bool may_change;            /* a failed file may be judged otherwise by them */
    struct folder_list folders; /* sorted; at least one */
};

/* Start as zeros. */
struct scratch_folders {
    struct hash_array hosts; /* of struct host_scratch, by the key of the host */
    struct arena arena;
    bool may_change; /* of any host */
};

/* Finds the folders after tally_finish; roots of volumes, shares and relative paths are none. The
 * caller releases them, also after a fault. */
bool scratch_folders_find(const struct tally *tally, struct scratch_folders *folders,
                          struct fault *fault);

void scratch_folders_release(struct scratch_folders *folders);

/* The folders of the host with that key, lent; NULL: not known. The second is for the short name of
 * a host that a record names with its domain. */
const struct folder_list *scratch_folders_of(const struct scratch_folders *folders,
                                             uint64_t host_key);
const struct folder_list *scratch_folders_of_alias(const struct scratch_folders *folders,
                                                   uint64_t host_key);

#endif
