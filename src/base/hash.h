/* Hashes for tables that input feeds (xxHash, XXH3 64 bit), seeded per run. */
#ifndef MARSIFT_BASE_HASH_H
#define MARSIFT_BASE_HASH_H

#include <stdint.h>

#include "base/span.h"

/* A seed that nobody outside can know, from the system; a fixed one where it gives none. */
uint64_t hash_fresh_seed(void);

uint64_t hash_span(struct span text, uint64_t seed);

/* A hash that depends on both and on their order. */
uint64_t hash_mix(uint64_t first, uint64_t second);

#endif
