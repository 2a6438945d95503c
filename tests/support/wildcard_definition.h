/* A direct definition of wildcard matching, to compare with the fast implementation. */
#ifndef MARSIFT_TESTS_WILDCARD_DEFINITION_H
#define MARSIFT_TESTS_WILDCARD_DEFINITION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* True if `pattern` matches all of `text`, both of at most 128 bytes of ASCII. `can[i][j]` is
 * true if the first `i` bytes of the pattern match the first `j` bytes of the text. */
static inline bool wildcard_matches_by_definition(struct span pattern, struct span text)
{
    enum { MAX_BYTES = 128 };
    bool can[MAX_BYTES + 1][MAX_BYTES + 1] = {{false}};
    can[0][0] = true;
    for (size_t i = 1; i <= pattern.length; i++)
        for (size_t j = 0; j <= text.length; j++) {
            char wanted = pattern.bytes[i - 1];
            can[i][j] = wanted == '*' ? can[i - 1][j] || (j > 0 && can[i][j - 1])
                                      : j > 0 && can[i - 1][j - 1] &&
                                            (wanted == '?' || wanted == text.bytes[j - 1]);
        }
    return can[pattern.length][text.length];
}

#endif
