/* The one caller of malloc. Free with memory_free, but tables with memory_free_table. */
#ifndef MARSIFT_BASE_MEMORY_H
#define MARSIFT_BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"

/* Makes all threads share one heap; call before starting any. glibc otherwise reserves 64 MiB of
 * address space for each, which a process under `ulimit -v` lacks elsewhere. Threads hardly ever
 * wait for each other here, as no line needs an allocation. */
void memory_share_heap(void);

/* Returns `count` times `size_bytes` zeroed bytes; NULL with the fault set, also if the product
 * overflows. A count of 0 gives a pointer that may be freed. */
void *memory_allocate(size_t count, size_t size_bytes, struct fault *fault);

/* Grows a table that is accessed at random, from `count` elements, which keep their positions, to
 * `larger_count`; new ones are zeroed. A table starts as NULL with a count of 0. On failure returns
 * NULL with the fault set, and `table` stays valid.
 *
 * A table of 4 MiB and more uses huge pages if the system has them: otherwise nearly every access
 * to a table of a hundred megabytes costs a walk through the page tables. Its pages are moved, not
 * copied. */
void *memory_enlarge_table(void *table, size_t count, size_t larger_count, size_t size_bytes,
                           struct fault *fault);

/* Frees a table of `count` elements. NULL is allowed. */
void memory_free_table(void *table, size_t count, size_t size_bytes);

/* Resizes `block` to `count` elements; new ones are not zeroed. On failure returns NULL with the
 * fault set, and `block` stays valid. */
void *memory_resize(void *block, size_t count, size_t size_bytes, struct fault *fault);

/* True if `size_bytes` more could be allocated now. Ask before calling a library that does not
 * check its allocations, or does not report that one failed. */
bool memory_is_available(size_t size_bytes);

/* Frees `block`. NULL is allowed. */
void memory_free(void *block);

/* The slow path of memory_reserve: grows the array. */
bool memory_grow(void **items, size_t *capacity, size_t needed, size_t size_bytes,
                 struct fault *fault);

/* Makes sure that `*items`, an array of `*capacity` elements of `size_bytes`, has room for `needed`
 * elements. Growth at least doubles it, or adds half to a large one. On failure returns false with
 * the fault set, and nothing changes. */
static inline bool memory_reserve(void **items, size_t *capacity, size_t needed, size_t size_bytes,
                                  struct fault *fault)
{
    return needed <= *capacity || memory_grow(items, capacity, needed, size_bytes, fault);
}

/* Returns a NUL-terminated copy of `text`, owned by the caller; NULL with the fault set. */
char *memory_copy_text(struct span text, struct fault *fault);

/* For tests: makes the n-th allocation from now on fail (1 is the next one) and those after it
 * succeed again; 0 makes none fail. Returns the number of allocations up to the failure that was
 * requested before, 0 if it has happened. */
unsigned long memory_fail_at(unsigned long nth);

/* True if a test wants this allocation to fail. For allocators on top of this one; counts as an
 * allocation. */
bool memory_must_fail(void);

#endif
