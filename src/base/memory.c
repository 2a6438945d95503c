#define _GNU_SOURCE /* madvise, mremap */

#include "base/memory.h"

#include <malloc.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* The number of allocations up to the one that a test wants to fail; 0 if none shall fail. */
static atomic_ulong calls_until_failure;

unsigned long memory_fail_at(unsigned long nth)
{
    return atomic_exchange(&calls_until_failure, nth);
}

bool memory_must_fail(void)
{
    if (atomic_load_explicit(&calls_until_failure, memory_order_relaxed) == 0)
        return false;
    return atomic_fetch_sub(&calls_until_failure, 1) == 1;
}

void memory_share_heap(void)
{
    mallopt(M_ARENA_MAX, 1);
}

void *memory_allocate(size_t count, size_t size_bytes, struct fault *fault)
{
    void *block =
        memory_must_fail() ? NULL : calloc(count ? count : 1, size_bytes ? size_bytes : 1);
    if (block == NULL)
        fault_no_memory(fault);
    return block;
}

enum { HUGE_PAGE_BYTES = 2 * 1024 * 1024 };

/* Returns the size of a table in huge pages; 0 if it is too small for them, or impossibly large. */
static size_t table_bytes(size_t count, size_t size_bytes)
{
    if (size_bytes == 0 || count > (SIZE_MAX - 2 * HUGE_PAGE_BYTES) / size_bytes ||
        count * size_bytes < 2 * HUGE_PAGE_BYTES)
        return 0;
    return (count * size_bytes + HUGE_PAGE_BYTES - 1) / HUGE_PAGE_BYTES * HUGE_PAGE_BYTES;
}

/* Maps `bytes` zeros, aligned to a huge page. */
static void *map_table(size_t bytes, struct fault *fault)
{
    /* One more page makes room to align the start. */
    char *mapped = memory_must_fail() ? MAP_FAILED
                                      : mmap(NULL, bytes + HUGE_PAGE_BYTES, PROT_READ | PROT_WRITE,
                                             MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) {
        fault_no_memory(fault);
        return NULL;
    }
    size_t before = (HUGE_PAGE_BYTES - (uintptr_t)mapped % HUGE_PAGE_BYTES) % HUGE_PAGE_BYTES;
    if (before > 0)
        munmap(mapped, before);
    munmap(mapped + before + bytes, HUGE_PAGE_BYTES - before);
    /* Only advice: without huge pages the table works, but slower. */
    madvise(mapped + before, bytes, MADV_HUGEPAGE);
    /* cppcheck-suppress deallocret ; only the pages before and after it were unmapped */
    return mapped + before;
}

static void *enlarge_small_table(void *table, size_t count, size_t larger_count, size_t size_bytes,
                                 struct fault *fault)
{
    char *larger = memory_resize(table, larger_count, size_bytes, fault);
    if (larger != NULL)
        memset(larger + count * size_bytes, 0, (larger_count - count) * size_bytes);
    return larger;
}

void *memory_enlarge_table(void *table, size_t count, size_t larger_count, size_t size_bytes,
                           struct fault *fault)
{
    size_t old_bytes = table_bytes(count, size_bytes);
    size_t bytes = table_bytes(larger_count, size_bytes);
    if (bytes == 0)
        return enlarge_small_table(table, count, larger_count, size_bytes, fault);
    void *larger = map_table(bytes, fault);
    if (larger == NULL)
        return NULL;
    if (old_bytes == 0 && table != NULL) {
        memcpy(larger, table, count * size_bytes);
        memory_free(table);
    } else if (old_bytes > 0 && mremap(table, old_bytes, bytes, MREMAP_MAYMOVE | MREMAP_FIXED,
                                       larger) == MAP_FAILED) {
        munmap(larger, bytes);
        fault_no_memory(fault);
        return NULL;
    }
    return larger;
}

void memory_free_table(void *table, size_t count, size_t size_bytes)
{
    size_t bytes = table_bytes(count, size_bytes);
    if (bytes == 0)
        memory_free(table);
    else if (table != NULL)
        munmap(table, bytes);
}

void *memory_resize(void *block, size_t count, size_t size_bytes, struct fault *fault)
{
    void *resized = NULL;
    if (!memory_must_fail() && (size_bytes == 0 || count <= SIZE_MAX / size_bytes)) {
        size_t total_bytes = count * size_bytes;
        resized = realloc(block, total_bytes ? total_bytes : 1);
    }
    if (resized == NULL)
        fault_no_memory(fault);
    return resized;
}

/* Not with malloc, which adapts its thresholds to the sizes that are freed. */
bool memory_is_available(size_t size_bytes)
{
    void *pages = memory_must_fail() ? MAP_FAILED
                                     : mmap(NULL, size_bytes, PROT_READ | PROT_WRITE,
                                            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return pages != MAP_FAILED && munmap(pages, size_bytes) == 0;
}

void memory_free(void *block)
{
    free(block);
}

bool memory_grow(void **items, size_t *capacity, size_t needed, size_t size_bytes,
                 struct fault *fault)
{
    /* Above this size the C library moves pages instead of copying, so smaller steps cost little
     * and leave less unused. */
    enum { LARGE_BYTES = 1024 * 1024 };
    size_t step = *capacity > LARGE_BYTES / size_bytes ? *capacity / 2 : *capacity;
    size_t larger = *capacity > SIZE_MAX - step ? SIZE_MAX : *capacity + step;
    size_t grown = larger > needed ? larger : needed;
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
