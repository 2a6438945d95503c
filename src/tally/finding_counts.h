/* Errors of the agent and other failures that concern no file.
 *
 * Merge: both are unions by key (host and error; code, symbol and words), with sums of events,
 * extremes of time, and the example that comes first by place. */
#ifndef MARSIFT_TALLY_FINDING_COUNTS_H
#define MARSIFT_TALLY_FINDING_COUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/hash_array.h"
#include "base/span.h"
#include "tally/source_records.h"
#include "tally/volume_names.h"

/* One error of the catalog on one host. */
struct tally_finding {
    uint32_t host;
    size_t error;
    bool has_context; /* of its first record: a context rule recognised the error */
    size_t context;
    uint64_t files; /* 0; else it was found in the failed files of jobs, and these show it */
    uint64_t events;
    struct datetime first;
    struct datetime last;
    struct report_example example;
    struct span *details; /* of one that is inferred, see build_inferences, or seen in jobs */
    size_t detail_count;
    struct span *places; /* of one about volumes that jobs did not find: the first few of these */
    size_t place_count;
    bool is_inferred;            /* no record says it */
    struct volume_names volumes; /* of one whose actions name a volume */
};

/* A failure code that records of a finding give. */
struct finding_code {
    uint32_t finding; /* its number in the findings */
    uint32_t code;
    uint64_t events;
    struct report_example example;
};

/* Another failure on all hosts: of one code, number and words, or of one symbol. */
struct tally_failure {
    bool has_code;
    bool is_restore; /* files could not be restored */
    uint32_t code;
    bool has_detail; /* a second code says why */
    uint32_t detail;
    size_t category;
    struct span symbol;
    uint64_t events;
    struct datetime first;
    struct datetime last;
    struct report_example example;
    uint32_t host; /* of its first record */
    bool has_more_hosts;
};

/* The records of a failure on one host. */
struct failing_host {
    uint32_t failure; /* its number in the failures */
    uint32_t host;
    uint64_t events;
    struct datetime first;
    struct datetime last;
};

struct finding_counts {
    struct hash_array findings;      /* of struct tally_finding */
    struct hash_array codes;         /* of struct finding_code */
    struct hash_array failures;      /* of struct tally_failure */
    struct hash_array failing_hosts; /* of struct failing_host */
};

/* Starts without findings. */
void finding_counts_open(struct finding_counts *findings);

void finding_counts_release(struct finding_counts *findings);

#endif
