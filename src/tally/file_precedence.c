#include "tally/file_precedence.h"

#include "base/hash.h"

uint64_t file_precedence_content(const struct tally_bucket *bucket, const struct job *job)
{
    uint64_t verdict =
        hash_mix(bucket->has_code ? bucket->code : UINT64_C(1) << 32, bucket->category);
    uint64_t rule = bucket->has_context ? bucket->context + 1 : 0;
    /* Without a seed of its own, or two runs could differ. */
    return hash_mix(hash_mix(verdict, rule), hash_span(job->name, 0));
}

struct event_precedence file_precedence_of(const struct tally *tally, const struct file_entry *file)
{
    const struct tally_bucket *bucket = hash_array_at(&tally->file_counts.buckets, file->bucket);
    const struct job *job = hash_array_at(&tally->job_counts.jobs, file->job);
    return (struct event_precedence){.has_code = bucket->has_code,
                                     .is_list = job->kind == JOB_KIND_LIST,
                                     .time = file->time,
                                     .millisecond = file->millisecond,
                                     .content = file_precedence_content(bucket, job)};
}
