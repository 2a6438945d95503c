#include "engine/folder_hosts.h"

#include <stdint.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "base/hash_array.h"
#include "input/host_walk.h"
#include "tally/named_hosts.h"

/* What the logs in a folder, and below it, say of their host. */
struct folder_host {
    struct span host; /* that events name; empty for none */
    uint64_t key;     /* of the only host; 0: none */
    bool has_several;
};

/* The folders around a log, from the nearest one to its input. */
struct folder_walk {
    struct span rest;
    size_t input_length;
    size_t weak_length; /* of the path of a folder by whose weak name the log's host is called */
    bool is_last;
};

static bool walk_start(struct folder_walk *walk, const struct log_hosts *hosts,
                       const struct named_log *log, struct buffer *path, struct fault *fault)
{
    path->length = 0;
    if (!buffer_append(path, log->source, fault) ||
        (log->member.length > 0 &&
         !(buffer_append_byte(path, '/', fault) && buffer_append(path, log->member, fault))))
        return false;
    bool is_input = log->member.length == 0; /* only the folder that it is in counts */
    size_t weak_tail = log_hosts_weak_tail(hosts, log->source, log->member);
    *walk = (struct folder_walk){.rest = buffer_span(path),
                                 .input_length = is_input ? SIZE_MAX : log->source.length,
                                 .weak_length = weak_tail > 0 ? path->length - weak_tail : 0};
    return true;
}

/* Goes on to the next folder, and stores its key; false if there is none. */
static bool walk_next(struct folder_walk *walk, uint64_t *key)
{
    if (walk->is_last)
        return false;
    host_walk_pop(&walk->rest);
    walk->is_last = walk->rest.length <= walk->input_length;
    *key = hash_span(walk->rest, 0);
    return true;
}

/* True in the folder by whose weak name the log's host is called, and below it. */
static bool is_below_weak(const struct folder_walk *walk)
{
    return walk->weak_length > 0 && walk->rest.length >= walk->weak_length;
}

/* Notes in the folders around the log the host that its place or its events name. */
static bool note_log(struct hash_array *folders, const struct log_hosts *hosts,
                     const struct tally *tally, const struct named_log *log, struct buffer *path,
                     struct fault *fault)
{
    struct folder_walk walk;
    struct span place_host = log_hosts_settled(hosts, log->source, log->member);
    uint64_t key;
    if (place_host.length == 0 && log->host.length == 0)
        return true;
    if (!walk_start(&walk, hosts, log, path, fault))
        return false;
    while (walk_next(&walk, &key)) {
        bool is_new = false;
        bool is_named = place_host.length > 0 && !is_below_weak(&walk);
        struct span host = is_named ? place_host : log->host;
        if (host.length == 0)
            continue;
        struct folder_host *folder = hash_array_add(folders, key, &is_new, fault);
        if (folder == NULL)
            return false;
        uint64_t host_key = named_hosts_key(tally, host) | 1;
        folder->has_several |= log->has_several || (folder->key != 0 && folder->key != host_key);
        folder->key = host_key;
        if (folder->host.length == 0)
            folder->host = log->host;
    }
    return true;
}

/* The host of the nearest folder that has one. */
static bool name_log(const struct hash_array *folders, struct log_hosts *hosts,
                     const struct named_log *log, struct buffer *path, struct fault *fault)
{
    struct folder_walk walk;
    uint64_t key;
    uint32_t number;
    if (!walk_start(&walk, hosts, log, path, fault))
        return false;
    while (walk_next(&walk, &key) && (walk.weak_length == 0 || is_below_weak(&walk))) {
        if (!hash_table_find(&folders->numbers, key, &number))
            continue;
        const struct folder_host *folder = hash_array_at(folders, number);
        bool is_named = !folder->has_several && folder->host.length > 0;
        return !is_named || log_hosts_rename(hosts, log->source, log->member, folder->host, fault);
    }
    return true;
}

static bool has_sure_host(const struct log_hosts *hosts, const struct named_log *log)
{
    return log_hosts_settled(hosts, log->source, log->member).length > 0 &&
           log_hosts_weak_tail(hosts, log->source, log->member) == 0;
}

bool folder_hosts_settle(struct log_hosts *hosts, const struct tally *tally, struct fault *fault)
{
    struct hash_array folders = {.item_bytes = sizeof(struct folder_host)};
    struct buffer path = {0};
    size_t count = named_hosts_log_count(tally);
    bool done = true;
    for (size_t i = 0; done && i < count; i++) {
        struct named_log log = named_hosts_of_log(tally, i);
        done = note_log(&folders, hosts, tally, &log, &path, fault);
    }
    for (size_t i = 0; done && folders.count > 0 && i < count; i++) {
        struct named_log log = named_hosts_of_log(tally, i);
        /* An event log names hosts where it has any. */
        if (log.host.length == 0 && !has_sure_host(hosts, &log))
            done = name_log(&folders, hosts, &log, &path, fault);
    }
    hash_array_release(&folders);
    buffer_release(&path);
    return done;
}
