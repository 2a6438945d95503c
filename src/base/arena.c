#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"

enum { CHUNK_BYTES = 64 * 1024 };

struct arena_chunk {
    struct arena_chunk *next;
    size_t capacity;
    alignas(max_align_t) char bytes[];
};

void arena_release(struct arena *arena)
{
    struct arena_chunk *chunk = arena->chunks;
    while (chunk != NULL) {
        struct arena_chunk *next = chunk->next;
        memory_free(chunk);
        chunk = next;
    }
    *arena = (struct arena){0};
}

static bool arena_grow(struct arena *arena, size_t needed_bytes, struct fault *fault)
{
    size_t capacity = needed_bytes > CHUNK_BYTES ? needed_bytes : CHUNK_BYTES;
    struct arena_chunk *chunk = memory_allocate(1, sizeof *chunk + capacity, fault);
    if (chunk == NULL)
        return false;
    chunk->capacity = capacity;
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    arena->used_bytes = 0;
    arena->total_bytes += capacity;
    return true;
}

void *arena_allocate(struct arena *arena, size_t count, size_t size_bytes, struct fault *fault)
{
    const size_t alignment = alignof(max_align_t);
    if (memory_must_fail() || (size_bytes != 0 && count > (SIZE_MAX / 2) / size_bytes)) {
        fault_no_memory(fault);
        return NULL;
    }
    size_t needed = (count * size_bytes + alignment - 1) / alignment * alignment;
    if (arena->chunks == NULL || arena->chunks->capacity - arena->used_bytes < needed) {
        if (!arena_grow(arena, needed, fault))
            return NULL;
    }
    void *piece = arena->chunks->bytes + arena->used_bytes;
    arena->used_bytes += needed;
    return piece;
}

struct span arena_copy(struct arena *arena, struct span text, struct fault *fault)
{
    char *copy = arena_allocate(arena, text.length + 1, 1, fault);
    if (copy == NULL)
        return (struct span){0};
    if (text.length > 0)
        memcpy(copy, text.bytes, text.length);
    return (struct span){.bytes = copy, .length = text.length};
}
