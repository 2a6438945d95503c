#include "base/hash_array.h"

#include <string.h>

#include "base/memory.h"

uint32_t hash_array_number(const struct hash_array *list, const void *item)
{
    return (uint32_t)((size_t)((const char *)item - (const char *)list->items) / list->item_bytes);
}

void *hash_array_append(struct hash_array *list, struct fault *fault)
{
    if (!memory_reserve(&list->items, &list->capacity, list->count + 1, list->item_bytes, fault))
        return NULL;
    void *item = hash_array_at(list, list->count++);
    memset(item, 0, list->item_bytes);
    return item;
}

void *hash_array_add(struct hash_array *list, uint64_t key, bool *is_new, struct fault *fault)
{
    uint32_t *number = NULL;
    *is_new = false;
    if (!memory_reserve(&list->items, &list->capacity, list->count + 1, list->item_bytes, fault) ||
        !hash_table_add(&list->numbers, key, (uint32_t)list->count, &number, is_new, fault))
        return NULL;
    return *is_new ? hash_array_append(list, fault) : hash_array_at(list, *number);
}

void hash_array_release(struct hash_array *list)
{
    memory_free(list->items);
    hash_table_release(&list->numbers);
    list->items = NULL;
    list->count = list->capacity = 0;
}
