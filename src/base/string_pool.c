#include "base/string_pool.h"

#include "base/memory.h"

static bool add_text(struct string_pool *names, struct arena *arena, uint64_t key, struct span text,
                     uint32_t *number, struct fault *fault)
{
    void *texts = names->texts;
    if (!memory_reserve(&texts, &names->capacity, names->count + 1, sizeof *names->texts, fault))
        return false;
    names->texts = texts;
    struct span copy = arena_copy(arena, text, fault);
    uint32_t *value = NULL;
    bool is_new = false;
    if (copy.bytes == NULL ||
        !hash_table_add(&names->numbers, key, (uint32_t)names->count, &value, &is_new, fault))
        return false;
    *number = *value;
    names->texts[names->count++] = copy;
    names->bytes += text.length;
    return true;
}

bool string_pool_find_or_add(struct string_pool *names, struct arena *arena, uint64_t key,
                             struct span text, uint32_t *number, struct fault *fault)
{
    if (!hash_table_find(&names->numbers, key, number) &&
        !add_text(names, arena, key, text, number, fault))
        return false;
    names->last_key = key;
    names->last_number = *number;
    return true;
}

void string_pool_release(struct string_pool *names)
{
    hash_table_release(&names->numbers);
    memory_free(names->texts);
    *names = (struct string_pool){0};
}
