#include "input/host_sources.h"

#include <stdint.h>

#include "base/hash.h"
#include "input/host_rank.h"
#include "input/host_walk.h"

struct named_folder {
    uint64_t first;  /* the name that a folder of such a log has */
    bool is_several; /* others have other names */
};

static bool is_absolute(struct span path)
{
    return path.length > 0 && path.bytes[0] == '/';
}

/* The path without its last component and the separators before that. */
static struct span folders_of(struct span path)
{
    while (path.length > 0 && span_is_path_separator(path.bytes[path.length - 1]))
        path.length--;
    host_walk_pop(&path);
    return path;
}

static bool ends_component(struct span path, size_t at)
{
    return at == path.length || span_is_path_separator(path.bytes[at]);
}

/* Returns how much `a` and `b` have in common, in whole components. */
static size_t common_length(struct span a, struct span b)
{
    size_t common = 0;
    for (size_t i = 0; i <= a.length && i <= b.length; i++) {
        if (ends_component(a, i) && ends_component(b, i))
            common = i;
        if (i == a.length || i == b.length || a.bytes[i] != b.bytes[i])
            break;
    }
    return common;
}

void host_sources_note_path(struct host_sources *sources, struct span path)
{
    if (!is_absolute(path))
        return;
    struct span folders = folders_of(path);
    if (!sources->has_absolute)
        sources->common = folders;
    sources->has_absolute = true;
    sources->common.length = common_length(sources->common, folders);
}

/* The folders of the path that may name a server. */
static struct span telling_folders(const struct host_sources *sources, struct span path,
                                   bool is_file)
{
    struct span folders = folders_of(path);
    if (!is_absolute(path))
        return folders;
    struct span around = sources->common;
    if (is_file)
        host_walk_pop(&around);
    else if (folders.length == around.length)
        return (struct span){0};
    return span_slice(folders, around.length, folders.length);
}

/* Returns the nearest name that is likely a server's, else the nearest that may be one. */
static struct span name_in(struct span folders, enum host_rank *rank)
{
    struct span best = {0};
    *rank = HOST_RANK_NONE;
    while (folders.length > 0 && *rank != HOST_RANK_LIKELY) {
        struct span host;
        enum host_rank found = host_rank_of_folder(host_walk_pop(&folders), &host);
        if (found <= *rank)
            continue;
        *rank = found;
        best = host;
    }
    return best;
}

struct span host_sources_likely_name(struct span path)
{
    enum host_rank rank = HOST_RANK_NONE;
    struct span host = is_absolute(path) ? (struct span){0} : name_in(folders_of(path), &rank);
    return rank == HOST_RANK_LIKELY ? host : (struct span){0};
}

bool host_sources_note_log(struct host_sources *sources, struct span path, bool is_file,
                           struct span name, struct fault *fault)
{
    enum host_rank rank;
    struct span host = name_in(telling_folders(sources, path, is_file), &rank);
    bool is_new = false;
    sources->folders.item_bytes = sizeof(struct named_folder);
    if (host.length == 0)
        return true;
    struct named_folder *folder =
        hash_array_add(&sources->folders, hash_span(name, 0), &is_new, fault);
    if (folder == NULL)
        return false;
    if (is_new)
        folder->first = hash_span(host, 0);
    folder->is_several |= folder->first != hash_span(host, 0);
    return true;
}

struct span host_sources_name(const struct host_sources *sources, struct span path, bool is_file,
                              struct span name)
{
    enum host_rank rank;
    struct span host = name_in(telling_folders(sources, path, is_file), &rank);
    uint32_t number = 0;
    if (rank == HOST_RANK_LIKELY)
        return host;
    if (!hash_table_find(&sources->folders.numbers, hash_span(name, 0), &number))
        return (struct span){0};
    const struct named_folder *folder = hash_array_at(&sources->folders, number);
    return folder->is_several ? host : (struct span){0};
}

void host_sources_release(struct host_sources *sources)
{
    hash_array_release(&sources->folders);
}
