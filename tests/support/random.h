/* Pseudo-random numbers, the same in every run. */
#ifndef MARSIFT_TESTS_RANDOM_H
#define MARSIFT_TESTS_RANDOM_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint32_t random_below(uint64_t *state, uint32_t limit)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((*state >> 33) % limit);
}

/* Joins randomly chosen `parts` while they fit into `limit` bytes. Returns the length. */
static inline size_t random_text(uint64_t *state, const char *const parts[], size_t part_count,
                                 char *text, size_t limit)
{
    size_t length = 0;
    for (;;) {
        const char *part = parts[random_below(state, (uint32_t)part_count)];
        if (length + strlen(part) > limit)
            return length;
        memcpy(text + length, part, strlen(part));
        length += strlen(part);
    }
}

#endif
