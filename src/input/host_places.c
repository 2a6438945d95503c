#include "input/host_places.h"

#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "input/host_log_name.h"
#include "input/host_rank.h"
#include "input/host_walk.h"

struct host_folder {
    bool has_agent_logs;    /* itself, or in folders that are no server's */
    bool has_several_homes; /* below it are folders of servers with logs of the same name */
    bool has_several_hosts; /* the same, and their names are likely servers' */
    bool has_several_weak;  /* in it are folders of weak names with logs of the same name, and
                               nothing names a server */
};

/* Where logs of a name were first, below a folder: the keys of places, 0 for none. */
struct first_homes {
    uint64_t any;
    uint64_t likely; /* a likely server's */
};

/* True if `home` is another one than `*first`, which becomes it if there is none. */
static bool is_other_home(uint64_t *first, uint64_t home)
{
    if (*first == 0)
        *first = home;
    return *first != home;
}

/* Notes in `folder` whether a log of that name was below it before, in another home. */
static bool note_home(struct host_places *places, uint64_t log, const struct host_walk *home,
                      struct host_folder *folder, struct fault *fault)
{
    bool is_new = false;
    struct first_homes *first = hash_array_add(&places->homes, log, &is_new, fault);
    if (first == NULL)
        return false;
    folder->has_several_homes |= is_other_home(&first->any, home->key);
    if (home->rank == HOST_RANK_LIKELY)
        folder->has_several_hosts |= is_other_home(&first->likely, home->key);
    return true;
}

static struct host_folder *add_folder(struct host_places *places, uint64_t key, struct fault *fault)
{
    bool is_new = false;
    return hash_array_add(&places->folders, key, &is_new, fault);
}

static struct host_folder find_folder(const struct host_places *places, uint64_t key)
{
    uint32_t number = 0;
    if (!hash_table_find(&places->folders.numbers, key, &number))
        return (struct host_folder){0};
    const struct host_folder *folder = hash_array_at(&places->folders, number);
    return *folder;
}

/* The outermost archive around the log that may stand for its server: neither a date nor what
 * collectors pack apart for one server. */
static struct span archive_of(struct span place)
{
    struct span outermost = {0};
    host_walk_pop(&place);
    while (place.length > 0) {
        struct span name = host_walk_pop(&place);
        struct span archive = host_rank_archive_name(name);
        if (archive.length > 0)
            outermost = archive;
    }
    return outermost;
}

/* Notes the log in the folders around it whose names are weak. The agent has its earlier logs in
 * numbers, so these may be spread over folders. */
static bool add_weak(struct host_places *places, struct span place, struct fault *fault)
{
    struct span log = host_walk_pop(&place);
    while (place.length > 0 && !host_log_name_is_earlier(log)) {
        const struct host_walk home = {.key = hash_span(place, 0)};
        if (host_rank_weak_name(host_walk_pop(&place)).length == 0)
            continue;
        uint64_t around = hash_span(place, 0);
        struct host_folder *folder = add_folder(places, around, fault);
        struct host_folder found = {0};
        if (folder == NULL ||
            !note_home(places, host_log_name_key(log, ~around), &home, &found, fault))
            return false;
        folder->has_several_weak |= found.has_several_homes;
    }
    return true;
}

/* The outermost folder of a weak name beside others that have logs of the same name. */
static struct span weak_host_of(const struct host_places *places, struct span place)
{
    struct span outermost = {0};
    host_walk_pop(&place);
    while (place.length > 0) {
        struct span name = host_rank_weak_name(host_walk_pop(&place));
        if (name.length > 0 && find_folder(places, hash_span(place, 0)).has_several_weak)
            outermost = name;
    }
    return outermost;
}

/* Notes a log in the archive around which nothing names a server. */
static bool add_archived(struct host_places *places, struct span place, struct span log,
                         struct fault *fault)
{
    struct span archive = archive_of(place);
    const struct host_walk home = {.key = hash_span(archive, 0)};
    struct host_folder around = {0};
    if (archive.length == 0)
        return true;
    if (!note_home(places, host_log_name_key(log, 0), &home, &around, fault))
        return false;
    places->has_nameless_archives |= around.has_several_homes;
    return true;
}

bool host_places_add(struct host_places *places, struct span place, struct fault *fault)
{
    places->folders.item_bytes = sizeof(struct host_folder);
    places->homes.item_bytes = sizeof(struct first_homes);
    if (!host_siblings_add(&places->siblings, place, fault))
        return false;
    struct host_walk walk;
    host_walk_start(&walk, place);
    if (!host_walk_next(&walk))
        return add_weak(places, place, fault) && add_archived(places, place, walk.log, fault);
    const struct host_walk home = walk;
    struct host_folder *folder = add_folder(places, home.key, fault);
    if (folder == NULL)
        return false;
    folder->has_agent_logs |= host_log_name_is_agents(walk.log);
    while (host_walk_next(&walk)) {
        folder = add_folder(places, walk.key, fault);
        if (folder == NULL ||
            !note_home(places, host_log_name_key(walk.log, walk.key), &home, folder, fault))
            return false;
    }
    return true;
}

/* The host of a log around which nothing names a server. */
static struct span nameless_host(const struct host_places *places, struct span place)
{
    struct span host = weak_host_of(places, place);
    if (host.length == 0 && places->has_nameless_archives)
        host = archive_of(place);
    return host;
}

/* The likeliest name around the log; empty if nothing there names a server. */
static struct span likeliest_host(const struct host_places *places, struct span place)
{
    struct host_walk walk;
    host_walk_start(&walk, place);
    if (!host_walk_next(&walk))
        return (struct span){0};
    struct span best = walk.host;
    enum host_rank rank = walk.rank;
    if (rank != HOST_RANK_LIKELY && find_folder(places, walk.key).has_several_hosts) {
        best = (struct span){0};
        rank = HOST_RANK_NONE;
    }
    while (rank != HOST_RANK_LIKELY && host_walk_next(&walk)) {
        struct host_folder folder = find_folder(places, walk.key);
        if (!folder.has_agent_logs && (walk.rank <= rank || folder.has_several_homes))
            continue;
        best = walk.host;
        rank = walk.rank;
    }
    return best;
}

struct span host_places_name(const struct host_places *places, struct span place, bool *is_weak)
{
    struct span best = likeliest_host(places, place);
    struct span other = host_siblings_name(&places->siblings, place, best);
    if (other.length == 0 && best.length == 0)
        other = nameless_host(places, place);
    *is_weak = other.length > 0;
    return *is_weak ? other : best;
}

void host_places_release(struct host_places *places)
{
    hash_array_release(&places->folders);
    hash_array_release(&places->homes);
    host_siblings_release(&places->siblings);
}
