/* Interns texts that recur, such as hosts, folders and jobs: each is stored once and has a number.
 */
#ifndef MARSIFT_BASE_STRING_POOL_H
#define MARSIFT_BASE_STRING_POOL_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/hash_table.h"
#include "base/span.h"

/* Start as `struct string_pool pool = {0};`. */
struct string_pool {
    struct hash_table numbers;
    struct span *texts; /* by number, as spelt when added */
    size_t count;
    size_t capacity;
    uint64_t bytes;    /* of all texts */
    uint64_t last_key; /* of the last call, with its number; valid if there are texts */
    uint32_t last_number;
};

/* Stores the number of the text whose hash is `key`. A new text is copied to `arena` and gets the
 * next number. False with the fault set. */
bool string_pool_find_or_add(struct string_pool *pool, struct arena *arena, uint64_t key,
                             struct span text, uint32_t *number, struct fault *fault);

/* The same, with a shortcut: lists go through folder after folder, so the text is nearly always the
 * last one. */
static inline bool string_pool_add(struct string_pool *pool, struct arena *arena, uint64_t key,
                                   struct span text, uint32_t *number, struct fault *fault)
{
    if (pool->count == 0 || pool->last_key != key)
        return string_pool_find_or_add(pool, arena, key, text, number, fault);
    *number = pool->last_number;
    return true;
}

/* Frees everything but the texts, which are the arena's; the pool is empty and usable again. */
void string_pool_release(struct string_pool *pool);

#endif
