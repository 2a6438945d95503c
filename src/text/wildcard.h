/* Windows wildcards over folded paths: `*` is any run of characters, the empty one and backslashes
 * included; `?` is one character. Nothing else is special. There is no recursion, and a comparison
 * takes at most bytes of the text times bytes of the pattern. */
#ifndef MARSIFT_TEXT_WILDCARD_H
#define MARSIFT_TEXT_WILDCARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/span.h"

/* Numbers of short texts, to tell most of them apart. */
enum { WILDCARD_NUMBERS = 1024 };

struct wildcard_numbers {
    uint64_t sets[WILDCARD_NUMBERS / 64];
    bool has_any;
};

/* A pattern with what a text must have to fit it at all, so that most texts cost next to nothing.
 */
struct wildcard {
    struct span pattern; /* lent by the caller of wildcard_of */
    unsigned char first; /* the first byte of the text; 0: any */
    unsigned char last;  /* its last byte; 0: any */
    bool has_start;      /* what stands behind some backslash begins with bytes of number `start` */
    bool is_at_root;     /* ... and that is the backslash behind a drive or volume, if it has one */
    bool has_ending;     /* the last bytes of the text have the number `ending` */
    uint32_t start;
    uint32_t ending;
};

/* A text that is compared with many patterns. */
struct wildcard_text {
    struct span text;
    struct wildcard_numbers starts; /* of what stands behind its backslashes */
    size_t root_length;             /* of the drive or volume at its start; 0: it has none */
};

/* `pattern` is folded as the texts are (path_key_fold). */
struct wildcard wildcard_of(struct span pattern);

struct wildcard_text wildcard_text_of(struct span text);

/* Whether the pattern fits the whole text. */
bool wildcard_matches(const struct wildcard *wildcard, const struct wildcard_text *text);

/* For those who ask a text what patterns need. */

static inline bool wildcard_numbers_hold(const struct wildcard_numbers *numbers, uint32_t number)
{
    return (numbers->sets[number / 64] >> number % 64 & 1) != 0;
}

static inline void wildcard_numbers_put(struct wildcard_numbers *numbers, uint32_t number)
{
    numbers->sets[number / 64] |= UINT64_C(1) << number % 64;
    numbers->has_any = true;
}

enum { WILDCARD_START_BYTES = 4, WILDCARD_ENDING_BYTES = 3 };

/* The number of WILDCARD_START_BYTES: a backslash and what stands behind it. */
static inline uint32_t wildcard_start(const char *bytes)
{
    uint32_t word;
    memcpy(&word, bytes, WILDCARD_START_BYTES);
    return word * UINT32_C(0x9E3779B1) >> 22;
}

/* The number of the last bytes of a text that has WILDCARD_ENDING_BYTES or more. */
static inline uint32_t wildcard_ending(struct span text)
{
    const unsigned char *end = (const unsigned char *)text.bytes + text.length;
    uint32_t word = (uint32_t)end[-3] << 16 | (uint32_t)end[-2] << 8 | end[-1];
    return word * UINT32_C(0x9E3779B1) >> 22;
}

/* The length of `d:` or \\?\volume{...}, which stands where a drive would and is fitted by "?:", at
 * the start of the text; 0 for any other text. */
size_t wildcard_root_length(struct span text);

#endif
