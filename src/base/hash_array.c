#include "base/hash_array.h"

#include <string.h>

#include "base/memory.h"

uint32_t hash_array_number(const struct hash_array *array, const void *item)
{
    return (uint32_t)((size_t)((const char *)item - (const char *)array->items) /
                      array->item_bytes);
}

void *hash_array_append(struct hash_array *array, struct fault *fault)
{
    if (!memory_reserve(&array->items, &array->capacity, array->count + 1, array->item_bytes,
                        fault))
        return NULL;
    void *item = hash_array_at(array, array->count++);
    memset(item, 0, array->item_bytes);
    return item;
}

void *hash_array_add(struct hash_array *array, uint64_t key, bool *is_new, struct fault *fault)
{
    uint32_t *number = NULL;
    *is_new = false;
    if (!memory_reserve(&array->items, &array->capacity, array->count + 1, array->item_bytes,
                        fault) ||
        !hash_table_add(&array->numbers, key, (uint32_t)array->count, &number, is_new, fault))
        return NULL;
    return *is_new ? hash_array_append(array, fault) : hash_array_at(array, *number);
}

void hash_array_seal(struct hash_array *array)
{
    hash_table_release(&array->numbers);
    if (array->count == 0)
        return;
    /* Without memory for a smaller copy the items stay where they are. */
    void *items = memory_resize(array->items, array->count, array->item_bytes, NULL);
    if (items != NULL) {
        array->items = items;
        array->capacity = array->count;
    }
}

void hash_array_release(struct hash_array *array)
{
    memory_free(array->items);
    hash_table_release(&array->numbers);
    array->items = NULL;
    array->count = array->capacity = 0;
}
