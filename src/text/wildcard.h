/* Matches Windows wildcards against folded paths: `*` is any run of characters, backslashes
 * included, or none; `?` is one character. Nothing else is special. Matching does not recurse, and
 * takes at most as many steps as the bytes of the text times those of the pattern. */
#ifndef MARSIFT_TEXT_WILDCARD_H
#define MARSIFT_TEXT_WILDCARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/span.h"

/* A set of hashes of short texts. */
enum { WILDCARD_HASH_BITS = 10, WILDCARD_HASHES = 1 << WILDCARD_HASH_BITS };

struct wildcard_hashes {
    uint64_t bits[WILDCARD_HASHES / 64];
    bool has_any;
};

/* A pattern, with what every matching text must have, so that most texts are rejected at once. */
struct wildcard {
    struct span pattern; /* lent by the caller of wildcard_of */
    unsigned char first; /* first byte of the text; 0: any */
    unsigned char last;  /* last byte of the text; 0: any */
    bool has_start;      /* a backslash of the text and the bytes after it have the hash `start` */
    bool is_at_root;     /* ... the one after its drive or volume, if it has one */
    bool has_ending;     /* the last bytes of the text have the hash `ending` */
    uint32_t start;
    uint32_t ending;
};

/* A text, prepared to be matched with many patterns. */
struct wildcard_text {
    struct span text;
    struct wildcard_hashes starts; /* of its backslashes and the bytes after them */
    size_t root_length;            /* of the drive or volume at its start; 0 if it has none */
};

/* Prepares `pattern`, which must be folded as the texts are (path_key_fold). It is lent. */
struct wildcard wildcard_of(struct span pattern);

/* Prepares `text`, which is lent. */
struct wildcard_text wildcard_text_of(struct span text);

/* True if the pattern matches the whole text. */
bool wildcard_matches(const struct wildcard *wildcard, const struct wildcard_text *text);

static inline bool wildcard_hashes_contain(const struct wildcard_hashes *hashes, uint32_t hash)
{
    return (hashes->bits[hash / 64] >> hash % 64 & 1) != 0;
}

static inline void wildcard_hashes_add(struct wildcard_hashes *hashes, uint32_t hash)
{
    hashes->bits[hash / 64] |= UINT64_C(1) << hash % 64;
    hashes->has_any = true;
}

enum { WILDCARD_START_BYTES = 4, WILDCARD_ENDING_BYTES = 3 };

/* Returns the hash of WILDCARD_START_BYTES: a backslash and the bytes after it. */
static inline uint32_t wildcard_start(const char *bytes)
{
    uint32_t word;
    memcpy(&word, bytes, WILDCARD_START_BYTES);
    return word * UINT32_C(0x9E3779B1) >> (32 - WILDCARD_HASH_BITS);
}

/* Returns the hash of the last bytes of a text of at least WILDCARD_ENDING_BYTES. */
static inline uint32_t wildcard_ending(struct span text)
{
    const unsigned char *end = (const unsigned char *)text.bytes + text.length;
    uint32_t word = (uint32_t)end[-3] << 16 | (uint32_t)end[-2] << 8 | end[-1];
    return word * UINT32_C(0x9E3779B1) >> (32 - WILDCARD_HASH_BITS);
}

/* Returns the length of the root at the start of the text: `d:`, or \\?\volume{...}, which "?:"
 * matches as well. 0 if there is none. */
size_t wildcard_root_length(struct span text);

#endif
