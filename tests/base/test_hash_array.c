#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/hash_array.h"

Test(base_hash_array, numbers_items_in_the_order_of_arrival)
{
    struct hash_array list = {.item_bytes = sizeof(uint64_t)};
    for (uint64_t i = 0; i < 1000; i++) {
        bool is_new = false;
        uint64_t *item = hash_array_add(&list, i * i + 7, &is_new, NULL);
        cr_assert(is_new);
        cr_assert(eq(u64, *item, 0));
        *item = i;
        cr_assert(eq(u32, hash_array_number(&list, item), (uint32_t)i));
    }
    bool is_new = true;
    cr_assert(eq(u64, *(uint64_t *)hash_array_add(&list, 30 * 30 + 7, &is_new, NULL), 30));
    cr_assert(not(is_new));
    cr_assert(eq(sz, list.count, 1000));
    hash_array_release(&list);
}

Test(base_hash_array, keeps_its_items_when_it_is_sealed)
{
    struct hash_array list = {.item_bytes = sizeof(uint64_t)};
    bool is_new = false;
    hash_array_seal(&list);
    for (uint64_t i = 0; i < 100; i++)
        *(uint64_t *)hash_array_add(&list, i + 1, &is_new, NULL) = i; /* the keys 0 and 1 are one */
    hash_array_seal(&list);
    cr_assert(eq(sz, list.count, 100));
    cr_assert(eq(sz, list.capacity, 100));
    cr_assert(eq(sz, list.numbers.capacity, 0));
    for (uint64_t i = 0; i < 100; i++)
        cr_assert(eq(u64, *(uint64_t *)hash_array_at(&list, i), i));
    hash_array_release(&list);
}
