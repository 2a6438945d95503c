#include "tally/job_code.h"

#include "base/hash.h"
#include "tally/count_limit.h"
#include "tally/file_precedence.h"

/* True if the file had events with several codes before. Until then all were of the bucket in its
 * entry; since then `*first` is that bucket. */
static bool has_several(const struct job_counts *jobs, const struct file_entry *file,
                        uint32_t *first)
{
    *first = file->bucket;
    return hash_table_find(&jobs->codes, file->key, first);
}

/* True if a file that `job` names with both counts for bucket number `second`. */
static bool is_preferred(const struct tally *tally, uint32_t job, uint32_t second, uint32_t first)
{
    struct event_precedence events[2];
    const uint32_t numbers[2] = {first, second};
    for (size_t i = 0; i < 2; i++) {
        const struct tally_bucket *bucket = hash_array_at(&tally->file_counts.buckets, numbers[i]);
        events[i] =
            (struct event_precedence){.has_code = bucket->has_code,
                                      .content = file_precedence_content(
                                          bucket, hash_array_at(&tally->job_counts.jobs, job))};
    }
    return event_precedence_supersedes(events[1], events[0]);
}

/* Moves one file of `part`'s job from the part with the bucket `from` to `part`. */
static void move_file(struct job_counts *jobs, struct tally_job_bucket *part, uint32_t from)
{
    uint32_t number = 0;
    uint64_t key = job_counts_bucket_key(jobs, part->job, from);
    if (!hash_table_find(&jobs->job_buckets.numbers, key, &number))
        return;
    ((struct tally_job_bucket *)hash_array_at(&jobs->job_buckets, number))->files--;
    part->files++;
}

/* Finds the bucket for which the file counts in the part's job, or adds it. NULL with the fault
 * set. */
static uint32_t *bucket_in_job(const struct record_counter *counter, const struct file_entry *file,
                               const struct tally_job_bucket *part, uint32_t initial)
{
    struct job_counts *jobs = &counter->tally->job_counts;
    uint64_t key = hash_mix(jobs->seed ^ file->key, part->job);
    uint32_t *bucket = NULL;
    bool is_new = false;
    return hash_table_add(&jobs->codes, key, initial, &bucket, &is_new, counter->fault) ? bucket
                                                                                        : NULL;
}

bool job_code_count(const struct record_counter *counter, const struct file_entry *file,
                    struct tally_job_bucket *part, bool is_first)
{
    struct tally *tally = counter->tally;
    struct job_counts *jobs = &tally->job_counts;
    uint32_t first = 0;
    part->files += is_first;
    bool had_several = has_several(jobs, file, &first);
    if (!had_several && file->bucket == part->bucket)
        return true;
    if (jobs->codes.count >= tally->options.limits->max_distinct_files)
        return count_limit(counter, LIMIT_max_distinct_files);
    uint32_t *known = NULL;
    bool is_new = false;
    if (!had_several &&
        !hash_table_add(&jobs->codes, file->key, first, &known, &is_new, counter->fault))
        return false;
    uint32_t *bucket = bucket_in_job(counter, file, part, is_first ? part->bucket : first);
    if (bucket == NULL)
        return false;
    if (*bucket != part->bucket && is_preferred(tally, part->job, part->bucket, *bucket)) {
        move_file(jobs, part, *bucket);
        *bucket = part->bucket;
    }
    return true;
}
