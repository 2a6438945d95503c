#include "diagnosis/names.h"

#include "base/memory.h"

bool names_add(struct names *names, struct arena *arena, uint64_t key, struct span text,
               uint32_t *number, struct fault *fault)
{
    if (table_find(&names->numbers, key, number))
        return true;
    void *texts = names->texts;
    if (!memory_reserve(&texts, &names->capacity, names->count + 1, sizeof *names->texts, fault))
        return false;
    names->texts = texts;
    struct span copy = arena_copy(arena, text, fault);
    uint32_t *value = NULL;
    bool is_new = false;
    if (copy.bytes == NULL ||
        !table_add(&names->numbers, key, (uint32_t)names->count, &value, &is_new, fault))
        return false;
    *number = *value;
    names->texts[names->count++] = copy;
    return true;
}

void names_release(struct names *names)
{
    table_release(&names->numbers);
    memory_free(names->texts);
    *names = (struct names){0};
}
