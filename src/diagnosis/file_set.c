#include "diagnosis/file_set.h"

#include <string.h>

#include "base/memory.h"

enum {
    CACHE_LINE_BYTES = 64,
    FIRST_CAPACITY = 1024,
    ROOM_BEHIND = 64,
    DISCARD_ENTRIES = 1 << 16,
    MANY_FILES = 1 << 22
};

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

void file_set_expect(const struct file_set *files, uint64_t key)
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

/* Whether all entries have their places in a table of `capacity` without being pushed out of it. */
static bool have_room(const struct file_set *files, size_t capacity)
{
    size_t next = 0;
    size_t place = 0;
    for (const struct file_entry *file; (file = file_set_next(files, &place)) != NULL; next++) {
        size_t home = home_of(file->key, capacity);
        next = home > next ? home : next;
    }
    return next < capacity + ROOM_BEHIND;
}

/* Moves all entries to a larger table, and gives the memory behind the moved ones back. */
static void spread(struct file_set *files, struct file_set *larger)
{
    size_t next = 0;
    size_t discarded = 0;
    for (size_t i = 0; i < room_of(files); i++) {
        if (i - discarded == DISCARD_ENTRIES) {
            memory_discard(&files->entries[discarded], &files->entries[i]);
            discarded = i;
        }
        if (files->entries[i].key == 0)
            continue;
        size_t home = home_of(files->entries[i].key, larger->capacity);
        next = home > next ? home : next;
        larger->entries[next++] = files->entries[i];
    }
}

/* Large tables grow by smaller steps: there what lies idle would be much. */
static size_t larger_capacity(size_t capacity)
{
    return capacity == 0 ? FIRST_CAPACITY : capacity + capacity / (capacity < MANY_FILES ? 2 : 4);
}

static bool grow(struct file_set *files, struct fault *fault)
{
    struct file_set larger = {.capacity = files->capacity, .count = files->count};
    do {
        larger.capacity = larger_capacity(larger.capacity);
    } while (!have_room(files, larger.capacity));
    larger.entries = memory_allocate_table(room_of(&larger), sizeof *larger.entries, fault);
    if (larger.entries == NULL)
        return false;
    spread(files, &larger);
    file_set_release(files);
    *files = larger;
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
