#include "input/host_walk.h"

#include <stddef.h>

#include "base/hash.h"
#include "input/host_log_name.h"
#include "input/host_rank.h"

struct span host_walk_pop(struct span *place)
{
    size_t start = place->length;
    while (start > 0 && !span_is_path_separator(place->bytes[start - 1]))
        start--;
    struct span last = span_slice(*place, start, place->length);
    place->length = start > 0 ? start - 1 : 0;
    return last;
}

void host_walk_start(struct host_walk *walk, struct span place)
{
    *walk = (struct host_walk){.rest = place, .is_log = true};
    walk->log = host_walk_pop(&walk->rest);
}

bool host_walk_next(struct host_walk *walk)
{
    if (walk->is_log) {
        walk->is_log = false;
        walk->rank = host_log_name_rank(walk->log, &walk->host);
        walk->key = hash_mix(hash_span(walk->rest, 0), hash_span(walk->host, 0));
        if (walk->rank != HOST_RANK_NONE)
            return true;
    }
    while (walk->rest.length > 0) {
        walk->key = hash_span(walk->rest, 0);
        walk->rank = host_rank_of_folder(host_walk_pop(&walk->rest), &walk->host);
        if (walk->rank != HOST_RANK_NONE)
            return true;
    }
    return false;
}
