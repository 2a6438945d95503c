#include "diagnosis/number_index.h"

#include "base/memory.h"

enum { FIRST_CAPACITY = 1024 };

void number_index_release(struct number_index *index)
{
    memory_free(index->slots);
    *index = (struct number_index){0};
}

/* The slot of `number`, or the free one where it belongs. There always is a free one. */
static struct number_slot *slot_of(const struct number_index *index, uint32_t number)
{
    size_t mask = index->capacity - 1;
    /* Codes differ in their low bits, facilities in the high ones: multiplying spreads both. */
    size_t at = (size_t)((number * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & mask;
    while (index->slots[at].place_plus_one != 0 && index->slots[at].number != number)
        at = (at + 1) & mask;
    return &index->slots[at];
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
            *slot_of(&larger, index->slots[i].number) = index->slots[i];
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
    struct number_slot *slot = slot_of(index, number);
    index->count += slot->place_plus_one == 0;
    *slot = (struct number_slot){.number = number, .place_plus_one = (uint32_t)place + 1};
    return true;
}

bool number_index_find(const struct number_index *index, uint32_t number, size_t *place)
{
    if (index->capacity == 0)
        return false;
    const struct number_slot *slot = slot_of(index, number);
    if (slot->place_plus_one == 0)
        return false;
    *place = slot->place_plus_one - 1;
    return true;
}
