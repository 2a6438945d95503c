#include "tally/file_set.h"

#include <string.h>

#include "base/memory.h"

enum { CACHE_LINE_BYTES = 64, FIRST_CAPACITY = 1024, ROOM_BEHIND = 64, MANY_FILES = 1 << 22 };

static uint64_t usable_key(uint64_t key)
{
    return key ? key : 1;
}

/* Where `key` would lie among `capacity` (below 2^32) evenly spread keys. */
static size_t home_of(uint64_t key, size_t capacity)
{
    return (size_t)((key >> 32) * capacity >> 32);
}

static size_t room_of(const struct file_set *files)
{
    return files->capacity > 0 ? files->capacity + ROOM_BEHIND : 0;
}

void file_set_release(struct file_set *files)
{
    memory_free_table(files->entries, room_of(files), sizeof *files->entries);
    *files = (struct file_set){0};
}

void file_set_prefetch(const struct file_set *files, uint64_t key)
{
    if (files->capacity == 0)
        return;
    /* Its entry lies a few places behind its home, and those behind that may have to move. */
    const char *home = (const char *)&files->entries[home_of(usable_key(key), files->capacity)];
    __builtin_prefetch(home);
    __builtin_prefetch(home + CACHE_LINE_BYTES);
    __builtin_prefetch(home + 2 * CACHE_LINE_BYTES);
}

/* The place of `key`: of its entry, or of the first one behind it. The last place of the room is
 * always free. */
static struct file_entry *find_place(const struct file_set *files, uint64_t key)
{
    struct file_entry *entry = &files->entries[home_of(key, files->capacity)];
    while (entry->key != 0 && entry->key < key)
        entry++;
    return entry;
}

/* The start of the entries that lie side by side around `place`, or `place` if it is free. */
static size_t start_of_cluster(const struct file_set *files, size_t place)
{
    while (place > 0 && files->entries[place - 1].key != 0)
        place--;
    return place;
}

/* Moves the entries from place `start` up to `end` to theirs in a larger table, which lie before
 * `limit`, and returns the first of these. They are put side by side before `limit`, then each is
 * taken back to its own place.
 *
 * Homes are farther apart in a larger table, and farther from its end. So no entry has a
 * place there before the one it had, none is pushed out of its room, and what lies before a free
 * place pushes on nothing behind it: parts of the table that begin there can be moved one after the
 * other, the last one first. */
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
            break; /* and so are all others behind it */
        entries[next] = entries[i];
        entries[i].key = 0;
    }
    return first_home;
}

/* Large tables grow by smaller steps: there what lies idle would be much. */
static size_t larger_capacity(size_t capacity)
{
    return capacity == 0 ? FIRST_CAPACITY : capacity + capacity / (capacity < MANY_FILES ? 2 : 4);
}

/* Spreads the entries over more places, in parts that fit the cache. */
static bool grow(struct file_set *files, struct fault *fault)
{
    enum { PART_PLACES = 1024 };
    size_t room = room_of(files);
    size_t capacity = larger_capacity(files->capacity);
    struct file_entry *entries =
        memory_enlarge_table(files->entries, room, capacity + ROOM_BEHIND, sizeof *entries, fault);
    if (entries == NULL)
        return false;
    files->entries = entries;
    files->capacity = capacity;
    size_t limit = room_of(files);
    for (size_t end = room; end > 0;) {
        size_t start = start_of_cluster(files, end > PART_PLACES ? end - PART_PLACES : 0);
        limit = spread(files, start, end, limit);
        end = start;
    }
    return true;
}

/* Moves the entries from `entry` on, up to the next free place, by one. False without room. */
static bool make_room(const struct file_set *files, struct file_entry *entry)
{
    struct file_entry *free_place = entry;
    while (free_place->key != 0)
        free_place++;
    if (free_place == &files->entries[room_of(files) - 1])
        return false;
    memmove(entry + 1, entry, (size_t)(free_place - entry) * sizeof *entry);
    return true;
}

struct file_entry *file_set_add(struct file_set *files, uint64_t key, bool *is_new,
                                struct fault *fault)
{
    key = usable_key(key);
    if (files->count >= files->capacity / 10 * 9 && !grow(files, fault))
        return NULL;
    struct file_entry *entry = find_place(files, key);
    *is_new = entry->key != key;
    if (!*is_new)
        return entry;
    while (!make_room(files, entry)) {
        if (!grow(files, fault))
            return NULL;
        entry = find_place(files, key);
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
    const struct file_entry *entry = find_place(files, key);
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

const struct file_entry *file_set_next(const struct file_set *files, size_t *place)
{
    while (*place < room_of(files)) {
        const struct file_entry *entry = &files->entries[(*place)++];
        if (entry->key != 0)
            return entry;
    }
    return NULL;
}
