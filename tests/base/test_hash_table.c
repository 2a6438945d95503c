#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/hash_table.h"

Test(base_hash_table, keeps_every_key_through_all_growth)
{
    struct hash_table table = {0};
    for (uint64_t key = 0; key < 5000; key++) {
        uint32_t *value = NULL;
        bool is_new = false;
        cr_assert(hash_table_add(&table, key * UINT64_C(0x9E3779B97F4A7C15), (uint32_t)key, &value,
                                 &is_new, NULL));
        cr_assert(is_new, "key %llu", (unsigned long long)key);
    }
    for (uint64_t key = 0; key < 5000; key++) {
        uint32_t value = 0;
        cr_assert(hash_table_find(&table, key * UINT64_C(0x9E3779B97F4A7C15), &value));
        cr_assert(eq(u32, value, (uint32_t)key));
    }
    uint32_t value = 0;
    cr_assert(not(hash_table_find(&table, 12345, &value)));
    hash_table_release(&table);
}
