#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/arena.h"
#include "base/memory.h"

Test(base_memory, refuses_impossible_sizes_and_fails_on_demand)
{
    struct fault fault = {0};
    cr_assert(eq(ptr, memory_resize(NULL, SIZE_MAX / 2, 4, &fault), NULL));
    cr_assert(eq(int, fault.kind, FAULT_MEMORY));
    struct arena arena = {0};
    cr_assert(eq(ptr, arena_allocate(&arena, SIZE_MAX, 16, NULL), NULL));
    memory_fail_at(2);
    void *first = memory_allocate(1, 1, NULL);
    void *second = memory_allocate(1, 1, NULL);
    void *third = memory_allocate(1, 1, NULL);
    memory_fail_at(0);
    cr_assert(ne(ptr, first, NULL));
    cr_assert(eq(ptr, second, NULL));
    cr_assert(ne(ptr, third, NULL));
    memory_free(first);
    memory_free(third);
    arena_release(&arena);
}
