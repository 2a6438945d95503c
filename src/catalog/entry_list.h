/* The catalog's lists of entries: how a row adds an entry or replaces an earlier one. */
#ifndef MARSIFT_CATALOG_ENTRY_LIST_H
#define MARSIFT_CATALOG_ENTRY_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/hash_table.h"
#include "catalog/catalog_private.h"
#include "catalog/catalog_row.h"

/* One of the catalog's lists. Each entry begins with its struct row_origin. */
struct entry_list {
    void **entries;
    size_t *count;
    size_t *capacity;
    size_t entry_bytes;
};

/* The list `entries` of `catalog`, with NAME_count and NAME_capacity. */
#define ENTRY_LIST(catalog, entries, name)                                                         \
    {                                                                                              \
        (void **)&(catalog)->entries, &(catalog)->name##_count, &(catalog)->name##_capacity,       \
            sizeof *(catalog)->entries                                                             \
    }

/* Puts a copy of `entry`, read from `row`, into the list: in place of the entry with the same key,
 * or at the end when there is none. `key` is a hash of the key, and `places` has the places of all
 * entries by it. Two entries of one file with the same key are a FAULT_CATALOG, which quotes the
 * cell in `key_column`. */
bool entry_list_put(const struct entry_list *list, struct hash_table *places, uint64_t key,
                    const void *entry, const struct catalog_row *row, size_t key_column,
                    struct fault *fault);

/* The same for callers that look keys up by themselves: `place` is that of the entry with the same
 * key, or the list's count. */
bool entry_list_put_at(const struct entry_list *list, size_t place, const void *entry,
                       const struct catalog_row *row, size_t key_column, struct fault *fault);

/* Adds a copy of `entry` at the end. */
bool entry_list_append(const struct entry_list *list, const void *entry, struct fault *fault);

#endif
