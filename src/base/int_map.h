/* Numbers to places in an array: a small open-addressing table. */
#ifndef MARSIFT_BASE_INT_MAP_H
#define MARSIFT_BASE_INT_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"

struct int_map_slot {
    uint32_t number;
    uint32_t place_plus_one; /* 0: the slot is free */
};

/* Start as `struct int_map index = {0};`. */
struct int_map {
    struct int_map_slot *slots;
    size_t capacity; /* 0 or a power of two */
    size_t count;
};

void int_map_release(struct int_map *index);

/* Puts `number` at `place`, or moves it there. */
bool int_map_put(struct int_map *index, uint32_t number, size_t place, struct fault *fault);

/* The slot of `number`, or the free one where it belongs. There always is a free one. */
static inline struct int_map_slot *int_map_find_slot(const struct int_map *index, uint32_t number)
{
    size_t mask = index->capacity - 1;
    /* Codes differ in their low bits, facilities in the high ones: multiplying spreads both. */
    size_t at = (size_t)((number * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & mask;
    while (index->slots[at].place_plus_one != 0 && index->slots[at].number != number)
        at = (at + 1) & mask;
    return &index->slots[at];
}

/* False when the number is not there. Asked twice for every failed file. */
static inline bool int_map_find(const struct int_map *index, uint32_t number, size_t *place)
{
    if (index->capacity == 0)
        return false;
    const struct int_map_slot *slot = int_map_find_slot(index, number);
    if (slot->place_plus_one == 0)
        return false;
    *place = slot->place_plus_one - 1;
    return true;
}

#endif
