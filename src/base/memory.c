#include "base/memory.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Counts down to the allocation that a test wants to fail; 0 outside such a test. */
static atomic_ulong calls_until_failure;

void memory_fail_at(unsigned long nth)
{
    atomic_store(&calls_until_failure, nth);
}

static bool must_fail(void)
{
    if (atomic_load_explicit(&calls_until_failure, memory_order_relaxed) == 0)
        return false;
    return atomic_fetch_sub(&calls_until_failure, 1) == 1;
}

void *memory_allocate(size_t count, size_t size_bytes, struct fault *fault)
{
    void *block = must_fail() ? NULL : calloc(count ? count : 1, size_bytes ? size_bytes : 1);
    if (block == NULL)
        fault_no_memory(fault);
    return block;
}

void *memory_resize(void *block, size_t count, size_t size_bytes, struct fault *fault)
{
    void *resized = NULL;
    if (!must_fail() && (size_bytes == 0 || count <= SIZE_MAX / size_bytes)) {
        size_t total_bytes = count * size_bytes;
        resized = realloc(block, total_bytes ? total_bytes : 1);
    }
    if (resized == NULL)
        fault_no_memory(fault);
    return resized;
}

void memory_free(void *block)
{
    free(block);
}

bool memory_reserve(void **items, size_t *capacity, size_t wanted, size_t size_bytes,
                    struct fault *fault)
{
    if (wanted <= *capacity)
        return true;
    size_t doubled = *capacity > SIZE_MAX / 2 ? SIZE_MAX : *capacity * 2;
    size_t grown = doubled > wanted ? doubled : wanted;
    void *resized = memory_resize(*items, grown, size_bytes, fault);
    if (resized == NULL)
        return false;
    *items = resized;
    *capacity = grown;
    return true;
}

char *memory_copy_text(struct span text, struct fault *fault)
{
    char *copy = memory_allocate(text.length + 1, 1, fault);
    if (copy != NULL && text.length > 0)
        memcpy(copy, text.bytes, text.length);
    return copy;
}
