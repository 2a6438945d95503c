#include "base/hash.h"

#include <sys/random.h>
#include <xxhash.h>

uint64_t hash_fresh_seed(void)
{
    uint64_t seed = 0;
    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) != (ssize_t)sizeof seed)
        seed = UINT64_C(0x9E3779B97F4A7C15);
    return seed;
}

uint64_t hash_span(struct span text, uint64_t seed)
{
    return XXH3_64bits_withSeed(text.bytes, text.length, seed);
}

uint64_t hash_mix(uint64_t first, uint64_t second)
{
    uint64_t pair[2] = {first, second};
    return XXH3_64bits(pair, sizeof pair);
}
