#include "input/host_siblings.h"

#include <stdint.h>

#include "base/hash.h"
#include "input/host_log_name.h"
#include "input/host_rank.h"
#include "input/host_walk.h"

/* Folders of one folder that have a current log in the same place below. */
struct sibling_group {
    uint64_t first; /* key of the folder that was noted first */
    bool is_several;
    bool has_likely; /* one of them is likely called after a server */
    bool is_deep;    /* the log is in a folder in them, as in the agent's own Temp */
};

struct sibling_folder {
    bool has_current; /* a current log itself, not in a folder of it */
    uint32_t group;   /* number of its group, plus 1; 0 if it has none */
};

static struct sibling_folder *add_folder(struct host_siblings *siblings, uint64_t key,
                                         struct fault *fault)
{
    bool is_new = false;
    return hash_array_add(&siblings->folders, key, &is_new, fault);
}

static struct sibling_folder find_folder(const struct host_siblings *siblings, uint64_t key)
{
    uint32_t number = 0;
    if (!hash_table_find(&siblings->folders.numbers, key, &number))
        return (struct sibling_folder){0};
    const struct sibling_folder *folder = hash_array_at(&siblings->folders, number);
    return *folder;
}

/* Puts the folder into its group. A folder may have current logs in several places: the group that
 * has several folders counts. */
static bool join_group(struct host_siblings *siblings, uint64_t key, struct span name,
                       uint64_t group_key, bool is_deep, struct fault *fault)
{
    bool is_new = false;
    struct span host;
    struct sibling_group *group = hash_array_add(&siblings->groups, group_key, &is_new, fault);
    if (group == NULL)
        return false;
    uint32_t number = hash_array_number(&siblings->groups, group) + 1;
    bool is_first = is_new || group->first == key;
    group->first = is_new ? key : group->first;
    group->is_several |= !is_first;
    group->is_deep |= is_deep;
    group->has_likely |= host_rank_of_folder(name, &host) == HOST_RANK_LIKELY;
    uint64_t first = group->first;
    bool is_several = group->is_several;
    struct sibling_folder *folder = add_folder(siblings, key, fault);
    if (folder == NULL)
        return false;
    if (folder->group == 0 || is_several)
        folder->group = number;
    folder = is_several ? add_folder(siblings, first, fault) : folder;
    if (folder != NULL && is_several)
        folder->group = number;
    return folder != NULL;
}

bool host_siblings_add(struct host_siblings *siblings, struct span place, struct fault *fault)
{
    siblings->groups.item_bytes = sizeof(struct sibling_group);
    siblings->folders.item_bytes = sizeof(struct sibling_folder);
    const struct span whole = place;
    if (!host_log_name_is_current(host_walk_pop(&place)) || place.length == 0)
        return true;
    struct sibling_folder *own = add_folder(siblings, hash_span(place, 0), fault);
    if (own == NULL)
        return false;
    own->has_current = true;
    for (bool is_deep = false; place.length > 0; is_deep = true) {
        struct span below = span_slice(whole, place.length, whole.length);
        uint64_t key = hash_span(place, 0);
        struct span name = host_walk_pop(&place);
        if (host_rank_sibling_name(name).length > 0 &&
            !join_group(siblings, key, name, hash_mix(hash_span(place, 0), hash_span(below, 0)),
                        is_deep, fault))
            return false;
    }
    return true;
}

/* True if the folder at the end of `place`, with that name, is a server's. A server's folder may
 * hold copies of its logs, which people call as they like. */
static bool is_server(const struct host_siblings *siblings, uint64_t key, struct span around)
{
    struct sibling_folder folder = find_folder(siblings, key);
    if (folder.group == 0 || find_folder(siblings, hash_span(around, 0)).has_current)
        return false;
    const struct sibling_group *group = hash_array_at(&siblings->groups, folder.group - 1);
    struct span host;
    bool is_in_server = host_rank_of_folder(host_walk_pop(&around), &host) == HOST_RANK_LIKELY;
    return group->is_several && (group->has_likely || group->is_deep || !is_in_server);
}

struct span host_siblings_name(const struct host_siblings *siblings, struct span place,
                               struct span outer)
{
    host_walk_pop(&place);
    while (place.length > 0) {
        uint64_t key = hash_span(place, 0);
        struct span name = host_walk_pop(&place);
        if (outer.length > 0 && name.bytes <= outer.bytes)
            break;
        if (is_server(siblings, key, place))
            return host_rank_sibling_name(name);
    }
    return (struct span){0};
}

void host_siblings_release(struct host_siblings *siblings)
{
    hash_array_release(&siblings->groups);
    hash_array_release(&siblings->folders);
}
