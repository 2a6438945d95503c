#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/hash.h"
#include "base/hyperloglog.h"

Test(base_hyperloglog, estimates_within_the_error_that_it_states)
{
    static const uint64_t counts[] = {0, 1, 10, 1000, 20000, 60000, 500000, 2000000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct hyperloglog hyperloglog = {0};
        for (uint64_t key = 0; key < counts[i]; key++) {
            cr_assert(hyperloglog_add(&hyperloglog, hash_mix(key, i), NULL));
            cr_assert(hyperloglog_add(&hyperloglog, hash_mix(key / 2, i), NULL)); /* seen before */
        }
        uint64_t estimate = hyperloglog_estimate(&hyperloglog);
        uint64_t off = estimate > counts[i] ? estimate - counts[i] : counts[i] - estimate;
        cr_assert(le(u64, off * 100, counts[i] * HYPERLOGLOG_ERROR_PERCENT), "%llu for %llu",
                  (unsigned long long)estimate, (unsigned long long)counts[i]);
        hyperloglog_release(&hyperloglog);
    }
}
