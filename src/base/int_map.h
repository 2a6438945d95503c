/* Numbers to places in an array: a small open-addressing table. */
#ifndef MARSIFT_BASE_INT_MAP_H
#define MARSIFT_BASE_INT_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"

struct number_slot {
    uint32_t number;
    uint32_t place_plus_one; /* 0: the slot is free */
};

/* Start as `struct number_index index = {0};`. */
struct number_index {
    struct number_slot *slots;
    size_t capacity; /* 0 or a power of two */
    size_t count;
};

void number_index_release(struct number_index *index);

/* Puts `number` at `place`, or moves it there. */
bool number_index_put(struct number_index *index, uint32_t number, size_t place,
                      struct fault *fault);

/* The slot of `number`, or the free one where it belongs. There always is a free one. */
static inline struct number_slot *number_index_slot(const struct number_index *index,
                                                    uint32_t number)
{
    size_t mask = index->capacity - 1;
    /* Codes differ in their low bits, facilities in the high ones: multiplying spreads both. */
    size_t at = (size_t)((number * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & mask;
    while (index->slots[at].place_plus_one != 0 && index->slots[at].number != number)
        at = (at + 1) & mask;
    return &index->slots[at];
}

/* False when the number is not there. Asked twice for every failed file. */
static inline bool number_index_find(const struct number_index *index, uint32_t number,
                                     size_t *place)
{
    if (index->capacity == 0)
        return false;
    const struct number_slot *slot = number_index_slot(index, number);
    if (slot->place_plus_one == 0)
        return false;
    *place = slot->place_plus_one - 1;
    return true;
}

#endif
