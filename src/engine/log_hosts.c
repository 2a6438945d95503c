#include "engine/log_hosts.h"

#include <string.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "input/host_name.h"

struct placed_log {
    struct span place;
    struct span host; /* NUL-terminated */
    size_t weak_tail; /* see log_hosts_weak_tail */
};

static uint64_t key_of(struct span source, struct span member)
{
    return hash_mix(hash_span(source, 0), hash_span(member, 0));
}

static uint64_t key_of_log(const struct log *log)
{
    return key_of(span_of(log->source), span_of(log->member));
}

bool log_hosts_add_input(struct log_hosts *hosts, const char *path, struct fault *fault)
{
    bool is_named = path != NULL && strcmp(path, "-") != 0;
    return !is_named || host_inputs_add(&hosts->inputs, span_of(path), fault);
}

const struct host_inputs *log_hosts_inputs(const struct log_hosts *hosts)
{
    return hosts != NULL ? &hosts->inputs : NULL;
}

bool log_hosts_note(struct log_hosts *hosts, const struct log *log, struct fault *fault)
{
    uint32_t number = 0;
    if (hosts->is_settled && hash_table_find(&hosts->logs.numbers, key_of_log(log), &number))
        return true;
    hosts->has_late = hosts->is_settled;
    hosts->logs.item_bytes = sizeof(struct placed_log);
    bool is_new = false;
    struct buffer place = {0};
    struct placed_log *placed = hash_array_add(&hosts->logs, key_of_log(log), &is_new, fault);
    bool done = placed != NULL && host_name_write_place(&hosts->inputs, span_of(log->source),
                                                        span_of(log->member), &place, fault);
    if (done) {
        placed->place = arena_copy(&hosts->arena, buffer_span(&place), fault);
        placed->host = arena_copy(&hosts->arena, span_of(log->host), fault);
        done = placed->place.bytes != NULL && placed->host.bytes != NULL &&
               host_places_add(&hosts->places, placed->place, fault);
    }
    buffer_release(&place);
    return done;
}

static bool set_host(struct log_hosts *hosts, struct placed_log *placed, struct span host,
                     struct fault *fault)
{
    placed->host = arena_copy(&hosts->arena, host, fault);
    hosts->has_changes = true;
    return placed->host.bytes != NULL;
}

bool log_hosts_settle(struct log_hosts *hosts, struct fault *fault)
{
    for (size_t i = 0; i < hosts->logs.count; i++) {
        struct placed_log *placed = hash_array_at(&hosts->logs, i);
        bool is_weak = false;
        struct span host = host_places_name(&hosts->places, placed->place, &is_weak);
        struct span place = placed->place;
        placed->weak_tail =
            is_weak ? (size_t)(place.bytes + place.length - host.bytes) - host.length : 0;
        if (!span_equals(host, placed->host) && !set_host(hosts, placed, host, fault))
            return false;
    }
    hosts->is_settled = true;
    hosts->has_late = false;
    return true;
}

struct span log_hosts_settled(const struct log_hosts *hosts, struct span source, struct span member)
{
    uint32_t number = 0;
    if (!hash_table_find(&hosts->logs.numbers, key_of(source, member), &number))
        return (struct span){0};
    const struct placed_log *placed = hash_array_at(&hosts->logs, number);
    return placed->host;
}

size_t log_hosts_weak_tail(const struct log_hosts *hosts, struct span source, struct span member)
{
    uint32_t number = 0;
    if (!hash_table_find(&hosts->logs.numbers, key_of(source, member), &number))
        return 0;
    const struct placed_log *placed = hash_array_at(&hosts->logs, number);
    return placed->weak_tail;
}

bool log_hosts_rename(struct log_hosts *hosts, struct span source, struct span member,
                      struct span host, struct fault *fault)
{
    uint32_t number = 0;
    return !hash_table_find(&hosts->logs.numbers, key_of(source, member), &number) ||
           set_host(hosts, hash_array_at(&hosts->logs, number), host, fault);
}

const char *log_hosts_of(const struct log_hosts *hosts, const struct log *log)
{
    uint32_t number = 0;
    if (!hosts->is_settled || !hash_table_find(&hosts->logs.numbers, key_of_log(log), &number))
        return log->host;
    const struct placed_log *placed = hash_array_at(&hosts->logs, number);
    return placed->host.bytes;
}

bool log_hosts_name(struct log_hosts *hosts, const struct log *log, const char **host,
                    struct fault *fault)
{
    if (hosts != NULL && !log_hosts_note(hosts, log, fault))
        return false;
    if (hosts != NULL)
        *host = log_hosts_of(hosts, log);
    return true;
}

void log_hosts_release(struct log_hosts *hosts)
{
    hash_array_release(&hosts->logs);
    host_inputs_release(&hosts->inputs);
    host_places_release(&hosts->places);
    arena_release(&hosts->arena);
}
