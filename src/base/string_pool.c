#include "base/string_pool.h"

#include "base/memory.h"

static bool add_text(struct string_pool *pool, struct arena *arena, uint64_t key, struct span text,
                     uint32_t *number, struct fault *fault)
{
    void *texts = pool->texts;
    if (!memory_reserve(&texts, &pool->capacity, pool->count + 1, sizeof *pool->texts, fault))
        return false;
    pool->texts = texts;
    struct span copy = arena_copy(arena, text, fault);
    uint32_t *value = NULL;
    bool is_new = false;
    if (copy.bytes == NULL ||
        !hash_table_add(&pool->numbers, key, (uint32_t)pool->count, &value, &is_new, fault))
        return false;
    *number = *value;
    pool->texts[pool->count++] = copy;
    pool->bytes += text.length;
    return true;
}

bool string_pool_find_or_add(struct string_pool *pool, struct arena *arena, uint64_t key,
                             struct span text, uint32_t *number, struct fault *fault)
{
    if (!hash_table_find(&pool->numbers, key, number) &&
        !add_text(pool, arena, key, text, number, fault))
        return false;
    pool->last_key = key;
    pool->last_number = *number;
    return true;
}

void string_pool_release(struct string_pool *pool)
{
    hash_table_release(&pool->numbers);
    memory_free(pool->texts);
    *pool = (struct string_pool){0};
}
