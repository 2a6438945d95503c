/* What a failed file shares with others, and the numbers under which they are counted. Most entries
 * of a log are of a kind that was met before, which a look at a few fields tells, without hashes.
 * Numbers stay, while the items behind them move. */
#ifndef MARSIFT_TALLY_BUCKET_CACHE_H
#define MARSIFT_TALLY_BUCKET_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cached_bucket {
    bool is_known; /* false: it has no cell of its own, and a limit must be noted each time */
    bool has_code;
    bool has_context;
    bool has_job_bucket; /* the number is known */
    uint32_t host;
    uint32_t job;
    uint32_t code;
    uint32_t bucket;
    uint32_t job_bucket;
    size_t category;
    size_t context;
};

enum { BUCKET_CACHE_BITS = 6, BUCKET_CACHE_SLOTS = 1 << BUCKET_CACHE_BITS };

#endif
