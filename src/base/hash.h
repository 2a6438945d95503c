/* Hashes for tables whose keys come from input (XXH3 of xxHash, 64 bits), seeded per run. */
#ifndef MARSIFT_BASE_HASH_H
#define MARSIFT_BASE_HASH_H

#include <stdint.h>

#include "base/span.h"

/* Returns an unpredictable seed from the system; a fixed one if it gives none. */
uint64_t hash_fresh_seed(void);

uint64_t hash_span(struct span text, uint64_t seed);

/* Returns a hash of both numbers that depends on their order. */
uint64_t hash_mix(uint64_t first, uint64_t second);

#endif
