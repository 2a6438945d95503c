/* Texts that occur again and again (hosts, folders, jobs), each kept once and known by its number.
 */
#ifndef MARSIFT_BASE_STRING_POOL_H
#define MARSIFT_BASE_STRING_POOL_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/hash_table.h"
#include "base/span.h"

/* Start as `struct names names = {0};`. */
struct string_pool {
    struct hash_table numbers;
    struct span *texts; /* by number; as first spelt */
    size_t count;
    size_t capacity;
    uint64_t bytes;    /* of all texts */
    uint64_t last_key; /* that was asked for, and its number; nothing while there are no texts */
    uint32_t last_number;
};

/* The number of the text whose hash is `key`; a new one is copied to `arena` and gets the next
 * number. False with the fault set. */
bool string_pool_find_or_add(struct string_pool *names, struct arena *arena, uint64_t key,
                             struct span text, uint32_t *number, struct fault *fault);

/* The same; lists go through folder after folder, so that it is nearly always the last one. */
static inline bool string_pool_add(struct string_pool *names, struct arena *arena, uint64_t key,
                                   struct span text, uint32_t *number, struct fault *fault)
{
    if (names->count == 0 || names->last_key != key)
        return string_pool_find_or_add(names, arena, key, text, number, fault);
    *number = names->last_number;
    return true;
}

void string_pool_release(struct string_pool *names);

#endif
