#include "tally/file_precedence.h"

struct event_precedence file_precedence_of(const struct tally *tally, const struct file_entry *file)
{
    const struct tally_bucket *bucket = hash_array_at(&tally->file_counts.buckets, file->bucket);
    const struct job *job = hash_array_at(&tally->job_counts.jobs, file->job);
    return (struct event_precedence){
        .has_code = bucket->has_code, .is_list = job->kind == JOB_KIND_LIST, .time = file->time};
}
