#include "tally/file_set.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"

enum { CACHE_LINE_BYTES = 64, FIRST_CAPACITY = 1024, SPARE_SLOTS = 64, MANY_FILES = 1 << 22 };

static uint64_t usable_key(uint64_t key)
{
    return key ? key : 1;
}

/* The slot that `key` would have among `capacity` (below 2^32) evenly spread keys. */
static size_t home_of(uint64_t key, size_t capacity)
{
    return (size_t)((key >> 32) * capacity >> 32);
}

static size_t slot_count_of(const struct file_set *files)
{
    return files->capacity > 0 ? files->capacity + SPARE_SLOTS : 0;
}

void file_set_release(struct file_set *files)
{
    memory_free_table(files->entries, slot_count_of(files), sizeof *files->entries);
    *files = (struct file_set){0};
}

void file_set_prefetch(const struct file_set *files, uint64_t key)
{
    if (files->capacity == 0)
        return;
    /* Its entry lies a few slots after its home, and those after that may have to move. */
    const char *home = (const char *)&files->entries[home_of(usable_key(key), files->capacity)];
    __builtin_prefetch(home);
    __builtin_prefetch(home + CACHE_LINE_BYTES);
    __builtin_prefetch(home + 2 * CACHE_LINE_BYTES);
}

/* The slot of `key`: that of its entry, or of the first entry with a larger key. The last slot is
 * always free. */
static struct file_entry *find_slot(const struct file_set *files, uint64_t key)
{
    struct file_entry *entry = &files->entries[home_of(key, files->capacity)];
    while (entry->key != 0 && entry->key < key)
        entry++;
    return entry;
}

/* The first of the adjacent entries that include `slot`, or `slot` if it is free. */
static size_t start_of_cluster(const struct file_set *files, size_t slot)
{
    while (slot > 0 && files->entries[slot - 1].key != 0)
        slot--;
    return slot;
}

/* Moves the entries of the slots from `start` up to `end` to their slots in a larger table, which
 * are before `limit`, and returns the first of these. All are first packed together before `limit`,
 * then each is moved back to its own slot.
 *
 * In a larger table homes are farther apart and farther from the end. So no entry's new
 * slot precedes its old one, none is pushed past the last slot, and what precedes a free slot
 * pushes on nothing after it: parts of the table that begin there can be moved one after the other,
 * the last one first. */
static size_t spread(const struct file_set *files, size_t start, size_t end, size_t limit)
{
    struct file_entry *entries = files->entries;
    size_t first = limit;
    for (size_t i = end; i-- > start;) {
        if (entries[i].key == 0 || --first == i)
            continue;
        entries[first] = entries[i];
        entries[i].key = 0;
    }
    size_t next = first < limit ? home_of(entries[first].key, files->capacity) : limit;
    size_t first_home = next;
    for (size_t i = first; i < limit; i++, next++) {
        size_t home = home_of(entries[i].key, files->capacity);
        next = home > next ? home : next;
        if (next == i)
            break; /* and so are all that follow */
        entries[next] = entries[i];
        entries[i].key = 0;
    }
    return first_home;
}

/* Large tables grow by smaller steps, since their free slots take more memory. */
static size_t larger_capacity(size_t capacity)
{
    return capacity == 0 ? FIRST_CAPACITY : capacity + capacity / (capacity < MANY_FILES ? 2 : 4);
}

/* Spreads the entries over more slots, in parts that fit the cache. */
static bool grow(struct file_set *files, struct fault *fault)
{
    enum { PART_SLOTS = 1024 };
    size_t slots = slot_count_of(files);
    size_t capacity = larger_capacity(files->capacity);
    assert(capacity <= UINT32_MAX);
    struct file_entry *entries =
        memory_enlarge_table(files->entries, slots, capacity + SPARE_SLOTS, sizeof *entries, fault);
    if (entries == NULL)
        return false;
    files->entries = entries;
    files->capacity = capacity;
    size_t limit = slot_count_of(files);
    for (size_t end = slots; end > 0;) {
        size_t start = start_of_cluster(files, end > PART_SLOTS ? end - PART_SLOTS : 0);
        limit = spread(files, start, end, limit);
        end = start;
    }
    return true;
}

/* Moves the entries from `entry` up to the next free slot by one. False when only the last slot is
 * free. */
static bool make_room(const struct file_set *files, struct file_entry *entry)
{
    struct file_entry *free_slot = entry;
    while (free_slot->key != 0)
        free_slot++;
    if (free_slot == &files->entries[slot_count_of(files) - 1])
        return false;
    memmove(entry + 1, entry, (size_t)(free_slot - entry) * sizeof *entry);
    return true;
}

struct file_entry *file_set_add(struct file_set *files, uint64_t key, bool *is_new,
                                struct fault *fault)
{
    key = usable_key(key);
    if (files->count >= files->capacity / 10 * 9 && !grow(files, fault))
        return NULL;
    struct file_entry *entry = find_slot(files, key);
    *is_new = entry->key != key;
    if (!*is_new)
        return entry;
    while (!make_room(files, entry)) {
        if (!grow(files, fault))
            return NULL;
        entry = find_slot(files, key);
    }
    *entry = (struct file_entry){.key = key};
    files->count++;
    return entry;
}

const struct file_entry *file_set_find(const struct file_set *files, uint64_t key)
{
    key = usable_key(key);
    if (files->capacity == 0)
        return NULL;
    const struct file_entry *entry = find_slot(files, key);
    return entry->key == key ? entry : NULL;
}

void file_set_remove(struct file_set *files, uint64_t key)
{
    struct file_entry *entry = (struct file_entry *)file_set_find(files, key);
    if (entry == NULL)
        return;
    struct file_entry *end = entry + 1;
    while (end->key != 0 && home_of(end->key, files->capacity) < (size_t)(end - files->entries))
        end++;
    memmove(entry, entry + 1, (size_t)(end - entry - 1) * sizeof *entry);
    end[-1] = (struct file_entry){0};
    files->count--;
}

const struct file_entry *file_set_next(const struct file_set *files, size_t *cursor)
{
    while (*cursor < slot_count_of(files)) {
        const struct file_entry *entry = &files->entries[(*cursor)++];
        if (entry->key != 0)
            return entry;
    }
    return NULL;
}
