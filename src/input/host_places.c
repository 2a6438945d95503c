#include "input/host_places.h"

#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "input/host_rank.h"
#include "input/host_walk.h"

struct host_folder {
    bool has_agent_logs;    /* itself, or in folders that are no server's */
    bool has_several_homes; /* below it are folders of servers with logs of the same name */
};

/* True in `*is_other` if a log of that name was below the folder before, in another home. */
static bool note_home(struct host_places *places, uint64_t log, uint64_t home, bool *is_other,
                      struct fault *fault)
{
    bool is_new = false;
    uint64_t *first = hash_array_add(&places->homes, log, &is_new, fault);
    if (first == NULL)
        return false;
    if (is_new)
        *first = home;
    *is_other = *first != home;
    return true;
}

static struct host_folder *add_folder(struct host_places *places, uint64_t key, struct fault *fault)
{
    bool is_new = false;
    return hash_array_add(&places->folders, key, &is_new, fault);
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

/* Notes a log around which nothing names a server. */
static bool add_nameless(struct host_places *places, struct span place, struct span log,
                         struct fault *fault)
{
    struct span archive = archive_of(place);
    bool is_other = false;
    if (archive.length == 0)
        return true;
    if (!note_home(places, host_walk_log_key(log, 0), hash_span(archive, 0), &is_other, fault))
        return false;
    places->has_nameless_archives |= is_other;
    return true;
}

bool host_places_add(struct host_places *places, struct span place, struct fault *fault)
{
    places->folders.item_bytes = sizeof(struct host_folder);
    places->homes.item_bytes = sizeof(uint64_t);
    struct host_walk walk;
    host_walk_start(&walk, place);
    if (!host_walk_next(&walk))
        return add_nameless(places, place, walk.log, fault);
    uint64_t home = walk.key;
    struct host_folder *folder = add_folder(places, home, fault);
    if (folder == NULL)
        return false;
    folder->has_agent_logs |= host_rank_is_agent_log(walk.log);
    while (host_walk_next(&walk)) {
        bool is_other = false;
        folder = add_folder(places, walk.key, fault);
        if (folder == NULL ||
            !note_home(places, host_walk_log_key(walk.log, walk.key), home, &is_other, fault))
            return false;
        folder->has_several_homes |= is_other;
    }
    return true;
}

static struct host_folder find_folder(const struct host_places *places, uint64_t key)
{
    uint32_t number = 0;
    if (!hash_table_find(&places->folders.numbers, key, &number))
        return (struct host_folder){0};
    const struct host_folder *folder = hash_array_at(&places->folders, number);
    return *folder;
}

struct span host_places_name(const struct host_places *places, struct span place)
{
    struct host_walk walk;
    host_walk_start(&walk, place);
    if (!host_walk_next(&walk))
        return places->has_nameless_archives ? archive_of(place) : (struct span){0};
    struct span best = walk.host;
    enum host_rank rank = walk.rank;
    while (rank != HOST_RANK_LIKELY && host_walk_next(&walk)) {
        struct host_folder folder = find_folder(places, walk.key);
        if (!folder.has_agent_logs && (walk.rank <= rank || folder.has_several_homes))
            continue;
        best = walk.host;
        rank = walk.rank;
    }
    return best;
}

void host_places_release(struct host_places *places)
{
    hash_array_release(&places->folders);
    hash_array_release(&places->homes);
}
