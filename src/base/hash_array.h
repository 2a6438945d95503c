/* A growing array whose items are found by a 64-bit hash. Items are numbered in the order in which
 * they are added, and keep their numbers. */
#ifndef MARSIFT_BASE_HASH_ARRAY_H
#define MARSIFT_BASE_HASH_ARRAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/hash_table.h"

/* Start as `struct hash_array array = {.item_bytes = sizeof(struct thing)};`. `items` is an array
 * of `count` things, which may move when one is added. */
struct hash_array {
    size_t item_bytes;
    void *items;
    size_t count;
    size_t capacity;
    struct hash_table numbers;
};

/* Returns the item whose hash is `key`, lent until the next addition. A new one is added as zeros,
 * and `*is_new` is then true. NULL with the fault set. */
void *hash_array_add(struct hash_array *array, uint64_t key, bool *is_new, struct fault *fault);

/* Adds an item of zeros without a key and returns it, lent until the next addition. NULL with the
 * fault set. */
void *hash_array_append(struct hash_array *array, struct fault *fault);

/* Returns the number of an item that the array lent. */
uint32_t hash_array_number(const struct hash_array *array, const void *item);

/* Returns the item with that number, which must be below `count`. */
static inline void *hash_array_at(const struct hash_array *array, size_t number)
{
    return (char *)array->items + number * array->item_bytes;
}

/* Frees what only additions and finding by keys need. Only hash_array_at and hash_array_release may
 * follow. */
void hash_array_seal(struct hash_array *array);

/* Frees the items; the array is empty and usable again. */
void hash_array_release(struct hash_array *array);

#endif
