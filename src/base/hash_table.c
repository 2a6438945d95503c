#include "base/hash_table.h"

#include <assert.h>

#include "base/memory.h"

enum { FIRST_CAPACITY = 64 };

static_assert((FIRST_CAPACITY & (FIRST_CAPACITY - 1)) == 0, "a capacity is a power of two");

/* 0 marks a free entry, so the hash 0 is replaced by another. */
static uint64_t usable_key(uint64_t key)
{
    return key ? key : 1;
}

void hash_table_release(struct hash_table *table)
{
    memory_free(table->entries);
    *table = (struct hash_table){0};
}

static struct hash_table_entry *find_entry(const struct hash_table *table, uint64_t key)
{
    size_t at = (size_t)key & (table->capacity - 1);
    while (table->entries[at].key != 0 && table->entries[at].key != key)
        at = (at + 1) & (table->capacity - 1);
    return &table->entries[at];
}

void hash_table_prefetch(const struct hash_table *table, uint64_t key)
{
    if (table->capacity > 0)
        __builtin_prefetch(&table->entries[(size_t)usable_key(key) & (table->capacity - 1)]);
}

bool hash_table_find(const struct hash_table *table, uint64_t key, uint32_t *value)
{
    if (table->capacity == 0)
        return false;
    const struct hash_table_entry *entry = find_entry(table, usable_key(key));
    if (entry->key == 0)
        return false;
    *value = entry->value;
    return true;
}

static bool grow(struct hash_table *table, struct fault *fault)
{
    struct hash_table larger = {.capacity = table->capacity ? table->capacity * 2 : FIRST_CAPACITY,
                                .count = table->count};
    larger.entries = memory_allocate(larger.capacity, sizeof *larger.entries, fault);
    if (larger.entries == NULL)
        return false;
    for (size_t i = 0; i < table->capacity; i++)
        if (table->entries[i].key != 0)
            *find_entry(&larger, table->entries[i].key) = table->entries[i];
    memory_free(table->entries);
    *table = larger;
    return true;
}

bool hash_table_add(struct hash_table *table, uint64_t key, uint32_t initial, uint32_t **value,
                    bool *is_new, struct fault *fault)
{
    if (table->count >= table->capacity / 4 * 3 && !grow(table, fault))
        return false;
    struct hash_table_entry *entry = find_entry(table, usable_key(key));
    *is_new = entry->key == 0;
    if (*is_new) {
        *entry = (struct hash_table_entry){.key = usable_key(key), .value = initial};
        table->count++;
    }
    *value = &entry->value;
    return true;
}
