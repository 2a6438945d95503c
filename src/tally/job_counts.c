#include "tally/job_counts.h"

#include "base/hash.h"

void job_counts_open(struct job_counts *jobs, uint64_t seed)
{
    *jobs = (struct job_counts){.seed = seed,
                                .jobs.item_bytes = sizeof(struct job),
                                .logged_jobs.item_bytes = sizeof(struct logged_job),
                                .job_events.item_bytes = sizeof(struct tally_job_event),
                                .job_buckets.item_bytes = sizeof(struct tally_job_bucket),
                                .shared_files.item_bytes = sizeof(uint64_t),
                                .shared_groups.item_bytes = sizeof(struct tally_shared_group)};
}

void job_counts_release(struct job_counts *jobs)
{
    hash_array_release(&jobs->jobs);
    hash_array_release(&jobs->logged_jobs);
    hash_array_release(&jobs->job_events);
    hash_array_release(&jobs->job_buckets);
    hash_table_release(&jobs->codes);
    hash_array_release(&jobs->shared_files);
    hash_array_release(&jobs->shared_groups);
}

uint64_t job_counts_bucket_key(const struct job_counts *jobs, uint32_t job, uint32_t bucket)
{
    return hash_mix(jobs->seed ^ job, bucket);
}
