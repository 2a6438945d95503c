/* The jobs, and which failed files each of them names.
 *
 * Merge: jobs are a union by host and name, their counts sums and their times extremes; events are
 * concatenated; a file that both tallies know becomes a shared one, and group members are unions of
 * bits after renumbering. */
#ifndef MARSIFT_TALLY_JOB_COUNTS_H
#define MARSIFT_TALLY_JOB_COUNTS_H

#include <stdint.h>

#include "base/datetime.h"
#include "base/hash_array.h"
#include "tally/job.h"
#include "tally/source_records.h"
#include "verdict/milestone.h"

/* A start or stop out of an event list, which names no job. */
struct tally_job_event {
    uint32_t host;
    struct milestone milestone;
    uint32_t error; /* the agent error as which it counts, plus 1; 0: none */
    struct datetime time;
    struct place place;
    struct job_cause cause; /* that the event gives */
};

/* The failed files of one job with one code. A file that the job names with several codes counts
 * for one of them: see job_code.h. */
struct tally_job_bucket {
    uint32_t job;
    uint32_t bucket;
    uint64_t files;
    uint64_t events;
};

enum { GROUP_FILES = 64 };

/* Those of 64 files, which several jobs name, that one of the jobs does: see job_membership.h. */
struct tally_shared_group {
    uint32_t job;
    uint32_t number;  /* of the 64: its first file is 64 times this */
    uint64_t members; /* a bit for each file */
};

/* When a job last logged something, if only a harmless record; it may be no job of the report. */
struct logged_job {
    uint64_t key; /* as in `jobs` */
    struct datetime time;
};

struct job_counts {
    uint64_t seed;
    struct hash_array jobs;        /* of struct job */
    struct hash_array logged_jobs; /* of struct logged_job */
    struct hash_array job_events;  /* of struct tally_job_event */
    struct hash_array job_buckets; /* of struct tally_job_bucket */
    struct hash_table codes; /* of files with several codes: job_code.c's numbers of buckets */
    struct hash_array shared_files;  /* of uint64_t: keys of files that several jobs name */
    struct hash_array shared_groups; /* of struct tally_shared_group */
};

/* Starts without jobs. */
void job_counts_open(struct job_counts *jobs, uint64_t seed);

void job_counts_release(struct job_counts *jobs);

/* The hash of job number `job` with bucket number `bucket`: the key of their job_buckets. */
uint64_t job_counts_bucket_key(const struct job_counts *jobs, uint32_t job, uint32_t bucket);

#endif
