#include "text/upcase.h"

#include <stddef.h>

/* Units with one distance to their upper case. */
struct upcase_run {
    uint16_t first;
    uint16_t last;
    uint8_t step;
    int32_t distance;
};

static const struct upcase_run runs[] = {
#include "base/count_of.h"
#include "text/upcase_runs.h"
};

uint32_t upcase(uint32_t character)
{
    size_t low = 0;
    size_t high = COUNT_OF(runs);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (runs[middle].last < character)
            low = middle + 1;
        else
            high = middle;
    }
    const struct upcase_run *run = &runs[low];
    if (low == COUNT_OF(runs) || character < run->first ||
        (character - run->first) % run->step != 0)
        return character;
    return (uint32_t)((int32_t)character + run->distance);
}
