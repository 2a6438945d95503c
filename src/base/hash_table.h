/* A hash table from 64-bit keys to numbers. The keys are hashes already (base/hash.h, seeded per
 * run), so input cannot provoke collisions. Two texts with equal hashes count as one: with a
 * million texts, one chance in 36 million. */
#ifndef MARSIFT_BASE_HASH_TABLE_H
#define MARSIFT_BASE_HASH_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"

struct hash_table_entry {
    uint64_t key; /* 0: free */
    uint32_t value;
};

/* Start as `struct hash_table table = {0};`. */
struct hash_table {
    struct hash_table_entry *entries;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

/* Frees the entries; the table is empty and usable again. */
void hash_table_release(struct hash_table *table);

/* Prefetches the entry of `key`. */
void hash_table_prefetch(const struct hash_table *table, uint64_t key);

/* Stores the value of `key` in `*value`; false if there is none. */
bool hash_table_find(const struct hash_table *table, uint64_t key, uint32_t *value);

/* Points `*value` to the value of `key`, valid until the next addition. A new key gets the value
 * `initial`, and `*is_new` is then true. False with the fault set. */
bool hash_table_add(struct hash_table *table, uint64_t key, uint32_t initial, uint32_t **value,
                    bool *is_new, struct fault *fault);

#endif
