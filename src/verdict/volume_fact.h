/* Volumes by their GUID: `\\?\Volume{0f7c1f34-...}\x` and `D:\x` are one file where a log of the
 * same host says that the volume is D. */
#ifndef MARSIFT_VERDICT_VOLUME_FACT_H
#define MARSIFT_VERDICT_VOLUME_FACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* What a record says: that the volume is the drive. */
struct volume_fact {
    uint64_t host_key; /* filled by the caller */
    uint64_t volume;   /* volume_key of its GUID */
    char letter;       /* 'A' to 'Z' */
};

/* Whether a text may hold a fact: a cheap question for a whole block. */
bool volume_is_named(struct span text);

/* Whether the record names exactly one volume, as a root, and exactly one drive, as a root: nothing
 * less is believed. A path below either is no root, and a second volume or letter spoils it. */
bool volume_fact_of(struct span record, uint64_t seed, struct volume_fact *fact);

/* Whether it is worth asking volume_of_path: seldom. */
static inline bool volume_may_begin(struct span path)
{
    return path.length > 0 && path.bytes[0] == '\\';
}

/* Whether `path` begins with a volume's GUID. Then `volume` is its key, and `length` that of the
 * prefix, without the backslash behind it. */
bool volume_of_path(struct span path, uint64_t seed, uint64_t *volume, size_t *length);

#endif
