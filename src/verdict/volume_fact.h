/* Finds records that state a volume's drive letter: `\\?\Volume{0f7c1f34-...}\x` and `D:\x` are one
 * file if a log of the same host says that the volume is D. */
#ifndef MARSIFT_VERDICT_VOLUME_FACT_H
#define MARSIFT_VERDICT_VOLUME_FACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* A record's statement that the volume is the drive. */
struct volume_fact {
    uint64_t host_key; /* set by the caller */
    uint64_t volume;   /* the key of its GUID, as volume_of_path gives it */
    char letter;       /* 'A' to 'Z' */
};

/* False if no record of the text can state a fact. Cheap enough for every block. */
bool volume_is_named(struct span text);

/* True if the record names exactly one volume and exactly one drive, both as roots; then they are
 * in `fact`. A path below either is no root. A second volume or letter makes it false. */
bool volume_fact_of(struct span record, uint64_t seed, struct volume_fact *fact);

/* False if volume_of_path is false for certain, as for nearly every path. */
static inline bool volume_may_begin(struct span path)
{
    return path.length > 0 && path.bytes[0] == '\\';
}

/* True if `path` begins with a volume's GUID. Then `volume` is its key, salted with `seed`, and
 * `length` that of the prefix without the backslash after it. */
bool volume_of_path(struct span path, uint64_t seed, uint64_t *volume, size_t *length);

#endif
