/* A hash table from 64-bit keys to numbers. The keys are hashes already (base/hash.h, seeded per
 * run), so that input cannot choose where they fall; two texts with equal hashes count as one (with
 * a million texts, one chance in 36 million). */
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

/* Start as `struct table table = {0};`. */
struct hash_table {
    struct hash_table_entry *entries;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

void hash_table_release(struct hash_table *table);

/* Asks the processor to fetch the place of `key`, which will be wanted soon. */
void hash_table_prefetch(const struct hash_table *table, uint64_t key);

/* The value of `key` in `*value`; false when there is none. */
bool hash_table_find(const struct hash_table *table, uint64_t key, uint32_t *value);

/* Makes `*value` point to the value of `key`, a new one being `fresh` (then `*is_new`). The pointer
 * holds until the next addition. False with the fault set. */
bool hash_table_add(struct hash_table *table, uint64_t key, uint32_t fresh, uint32_t **value,
                    bool *is_new, struct fault *fault);

#endif
