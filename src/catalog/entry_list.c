#include "catalog/entry_list.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/memory.h"

#define ASSERT_ORIGIN_IS_FIRST(type)                                                               \
    static_assert(offsetof(struct type, origin) == 0, #type " must begin with its origin")
ASSERT_ORIGIN_IS_FIRST(sourced_category);
ASSERT_ORIGIN_IS_FIRST(sourced_code);
ASSERT_ORIGIN_IS_FIRST(sourced_error);
ASSERT_ORIGIN_IS_FIRST(sourced_topic);
ASSERT_ORIGIN_IS_FIRST(sourced_family);
ASSERT_ORIGIN_IS_FIRST(sourced_facility);
ASSERT_ORIGIN_IS_FIRST(sourced_message);
ASSERT_ORIGIN_IS_FIRST(sourced_synonym);
ASSERT_ORIGIN_IS_FIRST(sourced_context);
#undef ASSERT_ORIGIN_IS_FIRST

static char *entry_at(const struct entry_list *list, size_t place)
{
    return (char *)*list->entries + place * list->entry_bytes;
}

bool entry_list_append(const struct entry_list *list, const void *entry, struct fault *fault)
{
    if (!memory_reserve(list->entries, list->capacity, *list->count + 1, list->entry_bytes, fault))
        return false;
    memcpy(entry_at(list, (*list->count)++), entry, list->entry_bytes);
    return true;
}

bool entry_list_put_at(const struct entry_list *list, size_t place, const void *entry,
                       const struct catalog_row *row, size_t key_column, struct fault *fault)
{
    assert(place <= *list->count);
    if (place == *list->count)
        return entry_list_append(list, entry, fault);
    struct row_origin origin;
    struct row_origin earlier;
    memcpy(&origin, entry, sizeof origin);
    memcpy(&earlier, entry_at(list, place), sizeof earlier);
    if (earlier.file == origin.file) {
        struct span key = row->cells[key_column];
        return catalog_row_fault(row, fault, "'%.*s' is already on line %llu", (int)key.length,
                                 key.bytes, (unsigned long long)earlier.line);
    }
    memcpy(entry_at(list, place), entry, list->entry_bytes);
    return true;
}

bool entry_list_put(const struct entry_list *list, struct hash_table *places, uint64_t key,
                    const void *entry, const struct catalog_row *row, size_t key_column,
                    struct fault *fault)
{
    uint32_t *place;
    bool is_new;
    return hash_table_add(places, key, (uint32_t)*list->count, &place, &is_new, fault) &&
           entry_list_put_at(list, *place, entry, row, key_column, fault);
}
