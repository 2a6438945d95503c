#include "diagnosis/file_set.h"

#include "base/memory.h"

enum { FIRST_CAPACITY = 1024 };

static uint64_t usable_key(uint64_t key)
{
    return key ? key : 1;
}

void file_set_release(struct file_set *files)
{
    memory_free(files->entries);
    *files = (struct file_set){0};
}

static struct file_entry *find_place(const struct file_set *files, uint64_t key)
{
    size_t at = (size_t)key & (files->capacity - 1);
    while (files->entries[at].key != 0 && files->entries[at].key != key)
        at = (at + 1) & (files->capacity - 1);
    return &files->entries[at];
}

static bool grow(struct file_set *files, struct fault *fault)
{
    struct file_set larger = {.capacity = files->capacity ? files->capacity * 2 : FIRST_CAPACITY,
                              .count = files->count};
    larger.entries = memory_allocate(larger.capacity, sizeof *larger.entries, fault);
    if (larger.entries == NULL)
        return false;
    for (size_t i = 0; i < files->capacity; i++)
        if (files->entries[i].key != 0)
            *find_place(&larger, files->entries[i].key) = files->entries[i];
    memory_free(files->entries);
    *files = larger;
    return true;
}

struct file_entry *file_set_add(struct file_set *files, uint64_t key, bool *is_new,
                                struct fault *fault)
{
    if (files->count >= files->capacity / 4 * 3 && !grow(files, fault))
        return NULL;
    struct file_entry *entry = find_place(files, usable_key(key));
    *is_new = entry->key == 0;
    if (*is_new) {
        *entry = (struct file_entry){.key = usable_key(key)};
        files->count++;
    }
    return entry;
}

const struct file_entry *file_set_find(const struct file_set *files, uint64_t key)
{
    if (files->capacity == 0)
        return NULL;
    const struct file_entry *entry = find_place(files, usable_key(key));
    return entry->key ? entry : NULL;
}

/* Whether an entry that belongs at `home` may stand at `at` when the places before it from `hole`
 * on are taken: not if its way there would lead over the hole. */
static bool may_fill(size_t home, size_t hole, size_t at, size_t mask)
{
    return ((at - home) & mask) >= ((at - hole) & mask);
}

void file_set_remove(struct file_set *files, uint64_t key)
{
    if (files->capacity == 0)
        return;
    struct file_entry *entry = find_place(files, usable_key(key));
    if (entry->key == 0)
        return;
    size_t mask = files->capacity - 1;
    size_t hole = (size_t)(entry - files->entries);
    for (size_t at = (hole + 1) & mask; files->entries[at].key != 0; at = (at + 1) & mask) {
        if (!may_fill((size_t)files->entries[at].key & mask, hole, at, mask))
            continue;
        files->entries[hole] = files->entries[at];
        hole = at;
    }
    files->entries[hole] = (struct file_entry){0};
    files->count--;
}
