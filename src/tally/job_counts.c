#include "tally/job_counts.h"

void job_counts_open(struct job_counts *jobs, uint64_t seed)
{
    *jobs = (struct job_counts){.seed = seed,
                                .jobs.item_bytes = sizeof(struct job),
                                .job_events.item_bytes = sizeof(struct tally_job_event),
                                .job_buckets.item_bytes = sizeof(struct tally_job_bucket),
                                .shared_files.item_bytes = sizeof(uint64_t),
                                .shared_groups.item_bytes = sizeof(struct tally_shared_group)};
}

void job_counts_release(struct job_counts *jobs)
{
    hash_array_release(&jobs->jobs);
    hash_array_release(&jobs->job_events);
    hash_array_release(&jobs->job_buckets);
    hash_array_release(&jobs->shared_files);
    hash_array_release(&jobs->shared_groups);
}
