#include "tally/count_bucket.h"

#include "base/hash.h"
#include "tally/count_limit.h"
#include "tally/period.h"

/* The key of the record's bucket. Without room for one more, it is that of a bucket without a code.
 */
static bool key_of_bucket(const struct record_counter *counter, struct cached_bucket *cached,
                          uint64_t *key)
{
    struct tally *tally = counter->tally;
    uint64_t code = cached->has_code ? cached->code : UINT64_C(1) << 32;
    uint32_t number = 0;
    *key = hash_mix(hash_mix(counter->host_key, code), cached->category);
    if (cached->has_context)
        *key = hash_mix(*key, cached->context);
    if (tally->file_counts.buckets.count < tally->options.limits->max_host_codes ||
        hash_table_find(&tally->file_counts.buckets.numbers, *key, &number))
        return true;
    *key = tally->options.seed;
    cached->is_known = cached->has_code = cached->has_context = false;
    cached->category = catalog_category_unknown(tally->options.catalog);
    return count_limit(counter, LIMIT_max_host_codes);
}

static bool find_bucket(const struct record_counter *counter, struct cached_bucket *cached)
{
    struct tally *tally = counter->tally;
    uint64_t key = 0;
    bool is_new = false;
    if (!key_of_bucket(counter, cached, &key))
        return false;
    struct tally_bucket *bucket =
        hash_array_add(&tally->file_counts.buckets, key, &is_new, counter->fault);
    if (bucket == NULL)
        return false;
    if (is_new) {
        bucket->host = cached->host;
        bucket->has_code = cached->has_code;
        bucket->code = cached->code;
        bucket->category = cached->category;
        bucket->has_context = cached->has_context;
        bucket->context = cached->context;
    }
    cached->bucket = hash_array_number(&tally->file_counts.buckets, bucket);
    return true;
}

static bool is_cached(const struct cached_bucket *cached, const struct record_counter *counter,
                      uint32_t job)
{
    const struct verdict *verdict = &counter->item->verdict;
    return cached->is_known && cached->host == counter->host && cached->job == job &&
           cached->has_code == verdict->has_code && cached->code == verdict->code &&
           cached->category == verdict->category && cached->has_context == verdict->has_context &&
           cached->context == verdict->context;
}

/* The only slot for this verdict: codes alternate, the other fields seldom change. */
static struct cached_bucket *slot_of(struct tally *tally, const struct verdict *verdict)
{
    const uint32_t golden_ratio = 0x9E3779B1; /* of 2^32: spreads neighbouring numbers */
    uint32_t number = verdict->code + (uint32_t)verdict->context;
    return &tally->bucket_cache.slots[number * golden_ratio >> (32 - BUCKET_CACHE_BITS)];
}

struct cached_bucket *count_bucket_of_file(const struct record_counter *counter, uint32_t job)
{
    struct tally *tally = counter->tally;
    const struct verdict *verdict = &counter->item->verdict;
    struct cached_bucket *cached = slot_of(tally, verdict);
    if (!is_cached(cached, counter, job)) {
        *cached = (struct cached_bucket){.is_known = true,
                                         .host = counter->host,
                                         .job = job,
                                         .has_code = verdict->has_code,
                                         .code = verdict->code,
                                         .category = verdict->category,
                                         .has_context = verdict->has_context,
                                         .context = verdict->context};
        if (!find_bucket(counter, cached)) {
            cached->is_known = false;
            return NULL;
        }
    }
    struct tally_bucket *bucket = hash_array_at(&tally->file_counts.buckets, cached->bucket);
    period_widen(&bucket->first, &bucket->last, &counter->time);
    return cached;
}
