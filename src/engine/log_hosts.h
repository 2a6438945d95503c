/* The hosts of logs by the places of all of them, which are known only when the input was read. */
#ifndef MARSIFT_ENGINE_LOG_HOSTS_H
#define MARSIFT_ENGINE_LOG_HOSTS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/hash_array.h"
#include "input/host_inputs.h"
#include "input/host_places.h"
#include "input/log.h"

/* Start as zeros, end with log_hosts_release. */
struct log_hosts {
    struct host_inputs inputs;
    struct hash_array logs; /* of struct placed_log, by source and member */
    struct host_places places;
    struct arena arena;
    bool is_settled;
    bool has_changes; /* some log has another host than its own place names */
    bool has_late;    /* one was noted after they were settled: it could not be read before */
};

/* Notes an input before any is read; its path is lent until the release. False with the fault set.
 */
bool log_hosts_add_input(struct log_hosts *hosts, const char *path, struct fault *fault);

/* The inputs that were noted, lent by `hosts`; NULL if that is NULL. */
const struct host_inputs *log_hosts_inputs(const struct log_hosts *hosts);

/* Notes the place and the host of a log; after the hosts are settled only of one that is new. False
 * with the fault set. */
bool log_hosts_note(struct log_hosts *hosts, const struct log *log, struct fault *fault);

/* Names the host of each log by the places of all; again, if there are late ones. False with the
 * fault set. */
bool log_hosts_settle(struct log_hosts *hosts, struct fault *fault);

/* The host of the log, "" for none: until they are settled, by its own place. */
const char *log_hosts_of(const struct log_hosts *hosts, const struct log *log);

/* Notes the log, and stores its host in `*host`; does nothing if `hosts` is NULL. */
bool log_hosts_name(struct log_hosts *hosts, const struct log *log, const char **host,
                    struct fault *fault);

/* The host of a log that was noted, after the hosts are settled; empty for none. */
struct span log_hosts_settled(const struct log_hosts *hosts, struct span source,
                              struct span member);

/* The bytes of the log's path after its host, if that is only the weak name of a folder or archive
 * (host_places.h), below which a record may name a better one; else 0. */
size_t log_hosts_weak_tail(const struct log_hosts *hosts, struct span source, struct span member);

/* Gives a log that was noted another host, which is copied. False with the fault set. */
bool log_hosts_rename(struct log_hosts *hosts, struct span source, struct span member,
                      struct span host, struct fault *fault);

void log_hosts_release(struct log_hosts *hosts);

#endif
