#include "grammar/pattern_memory.h"

#include <stdint.h>

#include "base/memory.h"

struct pattern_memory_block {
    struct pattern_memory_block *next;
    struct pattern_memory_block **link; /* the pointer to this block */
    max_align_t bytes[];
};

void *pattern_memory_allocate(size_t size_bytes, void *context)
{
    struct pattern_memory *memory = context;
    struct pattern_memory_block *block = size_bytes < SIZE_MAX - sizeof *block
                                             ? memory_allocate(1, sizeof *block + size_bytes, NULL)
                                             : NULL;
    if (block == NULL && memory->is_jumping)
        longjmp(memory->on_failure, 1);
    if (block == NULL)
        return NULL;
    block->next = memory->blocks;
    block->link = &memory->blocks;
    if (block->next != NULL)
        block->next->link = &block->next;
    memory->blocks = block;
    return block->bytes;
}

void pattern_memory_free(void *bytes, void *context)
{
    (void)context;
    if (bytes == NULL)
        return;
    struct pattern_memory_block *block =
        (struct pattern_memory_block *)(void *)((char *)bytes -
                                                offsetof(struct pattern_memory_block, bytes));
    *block->link = block->next;
    if (block->next != NULL)
        block->next->link = block->link;
    memory_free(block);
}

void pattern_memory_release(struct pattern_memory *memory)
{
    while (memory->blocks != NULL)
        pattern_memory_free(memory->blocks->bytes, memory);
}
