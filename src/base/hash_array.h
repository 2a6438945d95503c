/* A growing array of equal items, each found again by a 64-bit hash: numbers are given in the order
 * of arrival and stay. */
#ifndef MARSIFT_BASE_HASH_ARRAY_H
#define MARSIFT_BASE_HASH_ARRAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/hash_table.h"

/* Start as `struct keyed list = {.item_bytes = sizeof (struct thing)};`. `items` is an array of
 * `count` things; it moves when one is added. */
struct hash_array {
    size_t item_bytes;
    void *items;
    size_t count;
    size_t capacity;
    struct hash_table numbers;
};

/* The item whose hash is `key`, added as zeros when it is new (then `*is_new`). Lent until the next
 * addition. NULL with the fault set. */
void *hash_array_add(struct hash_array *list, uint64_t key, bool *is_new, struct fault *fault);

/* A new item at the end, zeros, without a key. */
void *hash_array_append(struct hash_array *list, struct fault *fault);

/* The number of an item that the list lent. */
uint32_t hash_array_number(const struct hash_array *list, const void *item);

/* The item with that number. */
static inline void *hash_array_at(const struct hash_array *list, size_t number)
{
    return (char *)list->items + number * list->item_bytes;
}

void hash_array_release(struct hash_array *list);

#endif
