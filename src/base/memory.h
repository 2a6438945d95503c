/* The one caller of malloc. What this returns is released by memory_free, tables excepted. */
#ifndef MARSIFT_BASE_MEMORY_H
#define MARSIFT_BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"

/* One heap for all threads, before any is made. glibc otherwise reserves 64 MiB of address space
 * for each, which a process under `ulimit -v` lacks elsewhere; nothing is allocated for a line, so
 * that threads hardly ever wait for each other here. */
void memory_share_heap(void);

/* `count` times `size_bytes` zeroed bytes, or NULL with the fault set (also when the product
 * overflows). A count of 0 gives a pointer that may be freed. */
void *memory_allocate(size_t count, size_t size_bytes, struct fault *fault);

/* The same for a table that is looked at all over, made larger: from `count` elements, which keep
 * their places, to `larger_count`. It begins as NULL with a count of 0. On failure NULL, the fault
 * set, and `table` still valid. From some megabytes on it lies in huge pages where the system has
 * them, since a table of a hundred megabytes otherwise costs a walk through the page tables at
 * nearly every look; and its pages are moved, not copied: to clear new ones was a tenth of a run.
 */
void *memory_enlarge_table(void *table, size_t count, size_t larger_count, size_t size_bytes,
                           struct fault *fault);
void memory_free_table(void *table, size_t count, size_t size_bytes);

/* `block` with room for `count` elements; what is new is not zeroed. On failure NULL, the fault
 * set, and `block` still valid. */
void *memory_resize(void *block, size_t count, size_t size_bytes, struct fault *fault);

/* Whether `size_bytes` more can be had at this moment: to be asked before a library that does not
 * look whether it gets its memory, or does not tell that it got none. */
bool memory_is_left(size_t size_bytes);

/* NULL is allowed. */
void memory_free(void *block);

/* For memory_reserve, when there is no room. */
bool memory_grow(void **items, size_t *capacity, size_t wanted, size_t size_bytes,
                 struct fault *fault);

/* Makes sure that `*items` (an array of `*capacity` elements of `size_bytes`) has room for `wanted`
 * elements, growing at least twofold, or by half when it is large. On failure false, the fault set
 * and nothing changed. */
static inline bool memory_reserve(void **items, size_t *capacity, size_t wanted, size_t size_bytes,
                                  struct fault *fault)
{
    return wanted <= *capacity || memory_grow(items, capacity, wanted, size_bytes, fault);
}

/* A NUL-terminated copy of `text`, owned by the caller; NULL with the fault set. */
char *memory_copy_text(struct span text, struct fault *fault);

/* For tests: the n-th allocation from now on fails (1 is the next one); 0 switches that off.
 * Once a call has failed, the ones after it succeed again. Returns how many calls the failure that
 * was asked for before is still away, 0 when it has happened. */
unsigned long memory_fail_at(unsigned long nth);

/* Whether the allocation at hand is the one that shall fail: for those who share out what they have
 * allocated. */
bool memory_must_fail(void);

#endif
