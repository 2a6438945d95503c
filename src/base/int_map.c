#include "base/int_map.h"

#include "base/memory.h"

enum { FIRST_CAPACITY = 1024 };

void number_index_release(struct number_index *index)
{
    memory_free(index->slots);
    *index = (struct number_index){0};
}

static bool grow(struct number_index *index, struct fault *fault)
{
    struct number_index larger = {
        .capacity = index->capacity ? index->capacity * 2 : FIRST_CAPACITY, .count = index->count};
    larger.slots = memory_allocate(larger.capacity, sizeof *larger.slots, fault);
    if (larger.slots == NULL)
        return false;
    for (size_t i = 0; i < index->capacity; i++)
        if (index->slots[i].place_plus_one != 0)
            *number_index_slot(&larger, index->slots[i].number) = index->slots[i];
    memory_free(index->slots);
    *index = larger;
    return true;
}

bool number_index_put(struct number_index *index, uint32_t number, size_t place,
                      struct fault *fault)
{
    /* At most half full, so that a search stays short. */
    if (index->count * 2 >= index->capacity && !grow(index, fault))
        return false;
    struct number_slot *slot = number_index_slot(index, number);
    index->count += slot->place_plus_one == 0;
    *slot = (struct number_slot){.number = number, .place_plus_one = (uint32_t)place + 1};
    return true;
}
