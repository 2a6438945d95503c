#include "base/hash_array.h"

#include <string.h>

#include "base/memory.h"

uint32_t keyed_number(const struct keyed *list, const void *item)
{
    return (uint32_t)((size_t)((const char *)item - (const char *)list->items) / list->item_bytes);
}

void *keyed_append(struct keyed *list, struct fault *fault)
{
    if (!memory_reserve(&list->items, &list->capacity, list->count + 1, list->item_bytes, fault))
        return NULL;
    void *item = keyed_at(list, list->count++);
    memset(item, 0, list->item_bytes);
    return item;
}

void *keyed_add(struct keyed *list, uint64_t key, bool *is_new, struct fault *fault)
{
    uint32_t *number = NULL;
    *is_new = false;
    if (!memory_reserve(&list->items, &list->capacity, list->count + 1, list->item_bytes, fault) ||
        !table_add(&list->numbers, key, (uint32_t)list->count, &number, is_new, fault))
        return NULL;
    return *is_new ? keyed_append(list, fault) : keyed_at(list, *number);
}

void keyed_release(struct keyed *list)
{
    memory_free(list->items);
    table_release(&list->numbers);
    list->items = NULL;
    list->count = list->capacity = 0;
}
