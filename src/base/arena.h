/* Memory that is allocated piece by piece and freed all at once. */
#ifndef MARSIFT_BASE_ARENA_H
#define MARSIFT_BASE_ARENA_H

#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"

struct arena_chunk;

/* Start as `struct arena arena = {0};`. */
struct arena {
    struct arena_chunk *chunks; /* newest first */
    size_t used_bytes;          /* of the newest chunk */
    size_t total_bytes;         /* capacity of all chunks */
};

/* Frees every piece; the arena is empty and usable again. */
void arena_release(struct arena *arena);

/* Returns `count` times `size_bytes` zeroed bytes, aligned for any type and valid until
 * arena_release; NULL with the fault set if there is no memory. */
void *arena_allocate(struct arena *arena, size_t count, size_t size_bytes, struct fault *fault);

/* Returns a NUL-terminated copy of `text`, whose length does not count the NUL. On failure an empty
 * span with bytes NULL, and the fault is set. */
struct span arena_copy(struct arena *arena, struct span text, struct fault *fault);

#endif
