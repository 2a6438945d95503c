/* Most failed files share host, job, code, category and rule with one counted before: this cache
 * finds the numbers under which these are counted by comparing a few fields, without a hash. */
#ifndef MARSIFT_TALLY_BUCKET_CACHE_H
#define MARSIFT_TALLY_BUCKET_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cached_bucket {
    bool is_known; /* false: the slot is unused, or there was no room for a bucket of its own, so
                      that the limit is noted each time */
    bool has_code;
    bool has_context;
    bool has_job_bucket; /* `job_bucket` is set */
    uint32_t host;
    uint32_t job;
    uint32_t code;
    uint32_t bucket;
    uint32_t job_bucket;
    size_t category;
    size_t context;
};

enum { BUCKET_CACHE_BITS = 6, BUCKET_CACHE_SLOTS = 1 << BUCKET_CACHE_BITS };

struct bucket_cache {
    struct cached_bucket slots[BUCKET_CACHE_SLOTS];
};

#endif
