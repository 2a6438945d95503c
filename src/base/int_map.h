/* A small open-addressing table from numbers to positions in an array. */
#ifndef MARSIFT_BASE_INT_MAP_H
#define MARSIFT_BASE_INT_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"

struct int_map_slot {
    uint32_t key;
    uint32_t value_plus_one; /* 0: the slot is free */
};

/* Start as `struct int_map map = {0};`. */
struct int_map {
    struct int_map_slot *slots;
    size_t capacity; /* 0 or a power of two */
    size_t count;
};

/* Frees the slots; the map is empty and usable again. */
void int_map_release(struct int_map *map);

/* Sets the value of `key`, which must be below UINT32_MAX. False with the fault set. */
bool int_map_put(struct int_map *map, uint32_t key, size_t value, struct fault *fault);

/* Returns the slot of `key`, or the free slot where it belongs. The capacity must not be 0; there
 * always is a free slot. */
static inline struct int_map_slot *int_map_find_slot(const struct int_map *map, uint32_t key)
{
    size_t mask = map->capacity - 1;
    /* Codes differ in their low bits, facilities in the high ones: the product spreads both. */
    size_t at = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & mask;
    while (map->slots[at].value_plus_one != 0 && map->slots[at].key != key)
        at = (at + 1) & mask;
    return &map->slots[at];
}

/* Stores the value of `key` in `*value`; false if there is none. Inline, as it is called twice for
 * every failed file. */
static inline bool int_map_find(const struct int_map *map, uint32_t key, size_t *value)
{
    if (map->capacity == 0)
        return false;
    const struct int_map_slot *slot = int_map_find_slot(map, key);
    if (slot->value_plus_one == 0)
        return false;
    *value = slot->value_plus_one - 1;
    return true;
}

#endif
