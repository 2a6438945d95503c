#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/limits.h"

Test(base_limits, each_has_a_name_a_meaning_and_a_default)
{
    struct limits limits = limits_default();
    cr_assert(gt(u64, limits.max_line_bytes, 0));
    for (int id = 0; id < LIMIT_COUNT; id++) {
        cr_assert(eq(int, strncmp(limit_name((enum limit_id)id), "max_", 4), 0));
        cr_assert(gt(sz, strlen(limit_meaning((enum limit_id)id, LANGUAGE_EN)), 10));
        cr_assert(gt(sz, strlen(limit_meaning((enum limit_id)id, LANGUAGE_JA)), 10));
    }
}
