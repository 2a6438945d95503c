#include "diagnosis/file_set.h"

#include <string.h>

#include "base/memory.h"

enum { FIRST_CAPACITY = 16, ROOM_BEHIND = 48, SHARD_BITS = 8 };

static uint64_t usable_key(uint64_t key)
{
    return key ? key : 1;
}

static size_t shard_of(uint64_t key)
{
    return (size_t)(key >> (64 - SHARD_BITS));
}

/* Where `key` would lie among `capacity` evenly spread keys. */
static size_t home_of(uint64_t key, size_t capacity)
{
    return (size_t)((key << SHARD_BITS >> 32) * capacity >> 32);
}

static size_t room_of(const struct file_shard *shard)
{
    return shard->capacity + ROOM_BEHIND;
}

void file_set_release(struct file_set *files)
{
    for (size_t i = 0; i < FILE_SET_SHARDS; i++)
        memory_free(files->shards[i].entries);
    *files = (struct file_set){0};
}

void file_set_expect(const struct file_set *files, uint64_t key)
{
    const struct file_shard *shard = &files->shards[shard_of(usable_key(key))];
    if (shard->capacity == 0)
        return;
    const struct file_entry *home = &shard->entries[home_of(usable_key(key), shard->capacity)];
    __builtin_prefetch(home);
    __builtin_prefetch((const char *)home + 64);
}

/* The place of `key`: of its entry, or of the first one behind it. The last place of the room is
 * always free. */
static struct file_entry *find_place(const struct file_shard *shard, uint64_t key)
{
    struct file_entry *entry = &shard->entries[home_of(key, shard->capacity)];
    while (entry->key != 0 && entry->key < key)
        entry++;
    return entry;
}

/* Copies all entries to a larger table; false when one would be pushed out of its room. */
static bool spread(const struct file_shard *shard, struct file_shard *larger)
{
    size_t next = 0;
    for (size_t i = 0; i < shard->capacity + ROOM_BEHIND && shard->capacity > 0; i++) {
        if (shard->entries[i].key == 0)
            continue;
        size_t home = home_of(shard->entries[i].key, larger->capacity);
        next = home > next ? home : next;
        if (next + 1 >= room_of(larger))
            return false;
        larger->entries[next++] = shard->entries[i];
    }
    return true;
}

static bool grow(struct file_shard *shard, struct fault *fault)
{
    struct file_shard larger = {.capacity = shard->capacity, .count = shard->count};
    do {
        memory_free(larger.entries);
        larger.capacity = larger.capacity ? larger.capacity + larger.capacity / 4 : FIRST_CAPACITY;
        larger.entries = memory_allocate(room_of(&larger), sizeof *larger.entries, fault);
        if (larger.entries == NULL)
            return false;
    } while (!spread(shard, &larger));
    memory_free(shard->entries);
    *shard = larger;
    return true;
}

/* Moves the entries from `entry` on, up to the next free place, by one. False without room. */
static bool make_room(const struct file_shard *shard, struct file_entry *entry)
{
    struct file_entry *free_place = entry;
    while (free_place->key != 0)
        free_place++;
    if (free_place == &shard->entries[room_of(shard) - 1])
        return false;
    memmove(entry + 1, entry, (size_t)(free_place - entry) * sizeof *entry);
    return true;
}

struct file_entry *file_set_add(struct file_set *files, uint64_t key, bool *is_new,
                                struct fault *fault)
{
    key = usable_key(key);
    struct file_shard *shard = &files->shards[shard_of(key)];
    if (shard->count >= shard->capacity / 10 * 9 && !grow(shard, fault))
        return NULL;
    struct file_entry *entry = find_place(shard, key);
    *is_new = entry->key != key;
    if (!*is_new)
        return entry;
    while (!make_room(shard, entry)) {
        if (!grow(shard, fault))
            return NULL;
        entry = find_place(shard, key);
    }
    *entry = (struct file_entry){.key = key};
    shard->count++;
    files->count++;
    return entry;
}

const struct file_entry *file_set_find(const struct file_set *files, uint64_t key)
{
    key = usable_key(key);
    const struct file_shard *shard = &files->shards[shard_of(key)];
    if (shard->capacity == 0)
        return NULL;
    const struct file_entry *entry = find_place(shard, key);
    return entry->key == key ? entry : NULL;
}

void file_set_remove(struct file_set *files, uint64_t key)
{
    struct file_entry *entry = (struct file_entry *)file_set_find(files, key);
    if (entry == NULL)
        return;
    struct file_shard *shard = &files->shards[shard_of(usable_key(key))];
    struct file_entry *end = entry + 1;
    while (end->key != 0 && home_of(end->key, shard->capacity) < (size_t)(end - shard->entries))
        end++;
    memmove(entry, entry + 1, (size_t)(end - entry - 1) * sizeof *entry);
    end[-1] = (struct file_entry){0};
    shard->count--;
    files->count--;
}

const struct file_entry *file_set_next(const struct file_set *files, struct file_walk *walk)
{
    for (; walk->shard < FILE_SET_SHARDS; walk->shard++, walk->place = 0) {
        const struct file_shard *shard = &files->shards[walk->shard];
        while (shard->capacity > 0 && walk->place < room_of(shard)) {
            const struct file_entry *entry = &shard->entries[walk->place++];
            if (entry->key != 0)
                return entry;
        }
    }
    return NULL;
}
