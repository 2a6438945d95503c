/* What the input says of the set-up of its hosts, each value once.
 *
 * Merge: a union by host, fact and value; the place is that which comes first. Of the scratch
 * folders of a host, those count that come first. */
#ifndef MARSIFT_TALLY_FACT_COUNTS_H
#define MARSIFT_TALLY_FACT_COUNTS_H

#include <stdint.h>

#include "base/hash_array.h"
#include "base/span.h"
#include "grammar/host_fact.h"
#include "tally/source_records.h"

struct tally_fact {
    uint32_t host;
    enum host_fact fact;
    struct span value; /* as it was written first; case does not count */
    struct place place;
};

struct fact_counts {
    struct hash_array facts;          /* of struct tally_fact */
    struct hash_array scratch_counts; /* of uint64_t, by the key of the host: how many of its facts
                                         are scratch folders */
};

/* Starts without facts. */
void fact_counts_open(struct fact_counts *facts);

void fact_counts_release(struct fact_counts *facts);

#endif
