#include "base/hyperloglog.h"

#include <math.h>

#include "base/memory.h"

enum { INDEX_BITS = 14, REGISTERS = 1 << INDEX_BITS };

bool sketch_add(struct sketch *sketch, uint64_t key, struct fault *fault)
{
    if (sketch->registers == NULL)
        sketch->registers = memory_allocate(REGISTERS, 1, fault);
    if (sketch->registers == NULL)
        return false;
    uint8_t *place = &sketch->registers[key >> (64 - INDEX_BITS)];
    /* The bit behind the key's own ends the count of zeros. */
    uint64_t rest = key << INDEX_BITS | UINT64_C(1) << (INDEX_BITS - 1);
    uint8_t rank = (uint8_t)(__builtin_clzll(rest) + 1);
    if (rank > *place)
        *place = rank;
    return true;
}

uint64_t sketch_estimate(const struct sketch *sketch)
{
    const double bias = 0.7213 / (1 + 1.079 / REGISTERS);
    double sum = 0;
    unsigned empty = 0;
    if (sketch->registers == NULL)
        return 0;
    for (unsigned i = 0; i < REGISTERS; i++) {
        sum += ldexp(1, -sketch->registers[i]);
        empty += sketch->registers[i] == 0;
    }
    double estimate = bias * REGISTERS * REGISTERS / sum;
    /* Few keys are better told by how many registers none has met. */
    if (estimate < 2.5 * REGISTERS && empty > 0)
        estimate = REGISTERS * log((double)REGISTERS / empty);
    return (uint64_t)llround(estimate);
}

void sketch_release(struct sketch *sketch)
{
    memory_free(sketch->registers);
    sketch->registers = NULL;
}
