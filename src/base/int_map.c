#include "base/int_map.h"

#include "base/memory.h"

enum { FIRST_CAPACITY = 1024 };

void int_map_release(struct int_map *index)
{
    memory_free(index->slots);
    *index = (struct int_map){0};
}

static bool grow(struct int_map *index, struct fault *fault)
{
    struct int_map larger = {.capacity = index->capacity ? index->capacity * 2 : FIRST_CAPACITY,
                             .count = index->count};
    larger.slots = memory_allocate(larger.capacity, sizeof *larger.slots, fault);
    if (larger.slots == NULL)
        return false;
    for (size_t i = 0; i < index->capacity; i++)
        if (index->slots[i].place_plus_one != 0)
            *int_map_find_slot(&larger, index->slots[i].number) = index->slots[i];
    memory_free(index->slots);
    *index = larger;
    return true;
}

bool int_map_put(struct int_map *index, uint32_t number, size_t place, struct fault *fault)
{
    /* At most half full, so that a search stays short. */
    if (index->count * 2 >= index->capacity && !grow(index, fault))
        return false;
    struct int_map_slot *slot = int_map_find_slot(index, number);
    index->count += slot->place_plus_one == 0;
    *slot = (struct int_map_slot){.number = number, .place_plus_one = (uint32_t)place + 1};
    return true;
}
