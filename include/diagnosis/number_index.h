/* Numbers to places in an array: a small open-addressing table. */
#ifndef MARSIFT_DIAGNOSIS_NUMBER_INDEX_H
#define MARSIFT_DIAGNOSIS_NUMBER_INDEX_H

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

/* False when the number is not there. */
bool number_index_find(const struct number_index *index, uint32_t number, size_t *place);

#endif
