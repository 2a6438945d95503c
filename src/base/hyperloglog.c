#include "base/hyperloglog.h"

#include <math.h>

#include "base/memory.h"

enum { INDEX_BITS = 14, REGISTERS = 1 << INDEX_BITS };

bool hyperloglog_add(struct hyperloglog *hyperloglog, uint64_t key, struct fault *fault)
{
    if (hyperloglog->registers == NULL)
        hyperloglog->registers = memory_allocate(REGISTERS, 1, fault);
    if (hyperloglog->registers == NULL)
        return false;
    uint8_t *maximum = &hyperloglog->registers[key >> (64 - INDEX_BITS)];
    /* The bit after the last one of the key ends the run of zeros. */
    uint64_t rest = key << INDEX_BITS | UINT64_C(1) << (INDEX_BITS - 1);
    uint8_t rank = (uint8_t)(__builtin_clzll(rest) + 1);
    if (rank > *maximum)
        *maximum = rank;
    return true;
}

uint64_t hyperloglog_estimate(const struct hyperloglog *hyperloglog)
{
    const double bias = 0.7213 / (1 + 1.079 / REGISTERS);
    double sum = 0;
    unsigned empty = 0;
    if (hyperloglog->registers == NULL)
        return 0;
    for (unsigned i = 0; i < REGISTERS; i++) {
        sum += ldexp(1, -hyperloglog->registers[i]);
        empty += hyperloglog->registers[i] == 0;
    }
    double estimate = bias * REGISTERS * REGISTERS / sum;
    /* For few keys the number of empty registers is the better estimate (linear counting). */
    if (estimate < 2.5 * REGISTERS && empty > 0)
        estimate = REGISTERS * log((double)REGISTERS / empty);
    return (uint64_t)llround(estimate);
}

void hyperloglog_release(struct hyperloglog *hyperloglog)
{
    memory_free(hyperloglog->registers);
    hyperloglog->registers = NULL;
}
