#include "base/int_map.h"

#include <assert.h>

#include "base/memory.h"

enum { FIRST_CAPACITY = 1024 };

static_assert((FIRST_CAPACITY & (FIRST_CAPACITY - 1)) == 0, "a capacity is a power of two");

void int_map_release(struct int_map *map)
{
    memory_free(map->slots);
    *map = (struct int_map){0};
}

static bool grow(struct int_map *map, struct fault *fault)
{
    struct int_map larger = {.capacity = map->capacity ? map->capacity * 2 : FIRST_CAPACITY,
                             .count = map->count};
    larger.slots = memory_allocate(larger.capacity, sizeof *larger.slots, fault);
    if (larger.slots == NULL)
        return false;
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].value_plus_one != 0)
            *int_map_find_slot(&larger, map->slots[i].key) = map->slots[i];
    memory_free(map->slots);
    *map = larger;
    return true;
}

bool int_map_put(struct int_map *map, uint32_t key, size_t value, struct fault *fault)
{
    assert(value < UINT32_MAX);
    /* At most half full, so that searches stay short. */
    if (map->count * 2 >= map->capacity && !grow(map, fault))
        return false;
    struct int_map_slot *slot = int_map_find_slot(map, key);
    map->count += slot->value_plus_one == 0;
    *slot = (struct int_map_slot){.key = key, .value_plus_one = (uint32_t)value + 1};
    return true;
}
