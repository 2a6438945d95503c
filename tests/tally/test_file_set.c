#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/hash.h"
#include "base/memory.h"
#include "tally/file_set.h"

enum { COUNT = 300000 };

static uint64_t key_of(uint64_t number)
{
    return hash_mix(number, 1);
}

Test(tally_file_set, a_removed_file_hides_no_other)
{
    struct file_set files = {0};
    bool is_new;
    for (uint64_t i = 0; i < COUNT; i++)
        file_set_add(&files, key_of(i), &is_new, NULL)->events = (uint32_t)i;
    for (uint64_t i = 0; i < COUNT; i += 2)
        file_set_remove(&files, key_of(i));
    file_set_remove(&files, key_of(COUNT));
    cr_assert(eq(sz, files.count, COUNT / 2));
    for (uint64_t i = 0; i < COUNT; i++) {
        const struct file_entry *file = file_set_find(&files, key_of(i));
        cr_assert(eq(int, file != NULL, i % 2 == 1), "%llu", (unsigned long long)i);
        if (file != NULL)
            cr_assert(eq(u32, file->events, (uint32_t)i));
    }
    file_set_release(&files);
}

Test(tally_file_set, a_walk_visits_every_file_once_and_in_the_order_of_keys)
{
    struct file_set files = {0};
    size_t place = 0;
    bool is_new;
    uint64_t last = 0;
    size_t met = 0;
    for (uint64_t i = 0; i < COUNT; i++) {
        file_set_add(&files, key_of(i % (COUNT / 2)), &is_new, NULL);
        cr_assert(eq(int, is_new, i < COUNT / 2));
    }
    for (const struct file_entry *file; (file = file_set_next(&files, &place)) != NULL; met++) {
        cr_assert(gt(u64, file->key, last));
        last = file->key;
    }
    cr_assert(eq(sz, met, COUNT / 2));
    file_set_release(&files);
}

Test(tally_file_set, a_file_takes_no_more_than_40_bytes)
{
    struct file_set files = {0};
    bool is_new;
    for (uint64_t i = 0; i < COUNT; i++) {
        file_set_add(&files, key_of(i), &is_new, NULL);
        if (i < COUNT / 2 || i % 1000 != 0)
            continue;
        size_t bytes = files.capacity * sizeof(struct file_entry);
        cr_assert(le(sz, bytes, files.count * 41), "%zu bytes for %zu", bytes, files.count);
    }
    file_set_release(&files);
}

Test(tally_file_set, the_key_zero_is_a_key)
{
    struct file_set files = {0};
    bool is_new;
    cr_assert(eq(ptr, (void *)file_set_find(&files, 0), NULL));
    file_set_add(&files, 0, &is_new, NULL);
    cr_assert(is_new);
    file_set_add(&files, 0, &is_new, NULL);
    cr_assert(not(is_new));
    file_set_remove(&files, 0);
    cr_assert(eq(sz, files.count, 0));
    file_set_release(&files);
}

static void check_heaps(uint64_t first, uint64_t heap_count, uint64_t step)
{
    enum { HEAP = 40 };
    struct file_set files = {0};
    bool is_new;
    for (uint64_t i = 0; i < heap_count * HEAP; i++) {
        uint64_t key = first + i % heap_count * step + i / heap_count;
        file_set_add(&files, key, &is_new, NULL)->events = (uint32_t)i;
        cr_assert(is_new, "%llu", (unsigned long long)i);
    }
    for (uint64_t i = 0; i < heap_count * HEAP; i++) {
        uint64_t key = first + i % heap_count * step + i / heap_count;
        const struct file_entry *file = file_set_find(&files, key);
        cr_assert(file != NULL && file->events == i, "%llu", (unsigned long long)i);
        cr_assert(eq(ptr, (void *)file_set_find(&files, key + HEAP), NULL));
    }
    file_set_release(&files);
}

Test(tally_file_set, clustered_keys_are_found_whatever_they_push_on)
{
    check_heaps(1, 500, UINT64_MAX / 500);
    check_heaps(1, 100, UINT64_MAX / 200);
    check_heaps(UINT64_MAX - 20 * (UINT64_C(1) << 48), 20, UINT64_C(1) << 48);
}

Test(tally_file_set, without_memory_to_grow_all_files_stay)
{
    struct file_set files = {0};
    struct fault fault = {0};
    bool is_new;
    uint64_t count = 0;
    for (; count < COUNT; count++) {
        memory_fail_at(1);
        struct file_entry *file = file_set_add(&files, key_of(count), &is_new, &fault);
        memory_fail_at(0);
        if (file == NULL) {
            for (uint64_t i = 0; i < count; i += 97)
                cr_assert(file_set_find(&files, key_of(i)) != NULL);
            file = file_set_add(&files, key_of(count), &is_new, &fault);
        }
        cr_assert(file != NULL);
        cr_assert(is_new);
    }
    cr_assert(eq(sz, files.count, COUNT));
    file_set_release(&files);
}
