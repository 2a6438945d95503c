#include "tally/fact_counts.h"

void fact_counts_open(struct fact_counts *facts)
{
    *facts = (struct fact_counts){.facts.item_bytes = sizeof(struct tally_fact),
                                  .scratch_counts.item_bytes = sizeof(uint64_t)};
}

void fact_counts_release(struct fact_counts *facts)
{
    hash_array_release(&facts->facts);
    hash_array_release(&facts->scratch_counts);
}
