/* Tests sixteen bytes of text at once, with the vector types of gcc and clang, which become vector
 * instructions where the processor has them and plain code elsewhere. Results are sets of
 * positions: bit 0 is the first byte. */
#ifndef MARSIFT_BASE_BYTES16_H
#define MARSIFT_BASE_BYTES16_H

#include <assert.h>
#include <endian.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/span.h"
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { BYTES16_COUNT = 16, BYTES16_ALL = 0xFFFF };

typedef unsigned char bytes16 __attribute__((vector_size(BYTES16_COUNT)));

/* Loads the BYTES16_COUNT bytes at `bytes`. */
static inline bytes16 bytes16_of(const char *bytes)
{
    bytes16 read;
    static_assert(sizeof read == BYTES16_COUNT, "a load reads BYTES16_COUNT bytes");
    memcpy(&read, bytes, sizeof read);
    return read;
}

/* Loads the bytes from `at` to the end of the text, fewer than BYTES16_COUNT, followed by NULs.
 * Reads nothing outside the text. The bytes are shifted in registers, because a load from memory
 * that was just written in smaller parts stalls. */
static inline bytes16 bytes16_tail(struct span text, size_t at)
{
    __extension__ typedef unsigned __int128 wide;
    typedef uint64_t words __attribute__((vector_size(BYTES16_COUNT)));
    uint64_t read[2] = {0};
    if (text.length < BYTES16_COUNT) {
        memcpy(read, text.bytes + at, text.length - at);
        return (bytes16)(words){read[0], read[1]};
    }
    /* Half of the shift, at most 64: a shift by 128 is undefined. */
    size_t half_shift = (BYTES16_COUNT - (text.length - at)) * CHAR_BIT / 2;
    memcpy(read, text.bytes + text.length - BYTES16_COUNT, BYTES16_COUNT);
    wide last = (wide)le64toh(read[1]) << 64 | le64toh(read[0]);
    last = last >> half_shift >> half_shift;
    return (bytes16)(words){htole64((uint64_t)last), htole64((uint64_t)(last >> 64))};
}

/* Returns 0xFF for each byte that equals `byte`, 0 for the others. */
static inline bytes16 bytes16_equal(bytes16 read, unsigned char byte)
{
    return (bytes16)(read == (bytes16){0} + byte);
}

/* Returns 0xFF for each byte from `first` to `last`, 0 for the others. */
static inline bytes16 bytes16_between(bytes16 read, unsigned char first, unsigned char last)
{
    return (bytes16)(read - first <= (bytes16){0} + (unsigned char)(last - first));
}

/* Returns the positions of the bytes whose highest bit is set, as in the masks above. */
static inline unsigned bytes16_places(bytes16 mask)
{
#ifdef __SSE2__
    return (unsigned)_mm_movemask_epi8((__m128i)mask);
#else
    unsigned places = 0;
    for (size_t i = 0; i < BYTES16_COUNT; i++)
        places |= (unsigned)(mask[i] >> 7) << i;
    return places;
#endif
}

/* True if any byte has its highest bit set. Faster than bytes16_places without SSE2. */
static inline bool bytes16_has_high_bits(bytes16 read)
{
#ifdef __SSE2__
    return bytes16_places(read) != 0;
#else
    uint64_t halves[2];
    memcpy(halves, &read, sizeof halves);
    return ((halves[0] | halves[1]) & UINT64_C(0x8080808080808080)) != 0;
#endif
}

/* True if the BYTES16_COUNT bytes at `a` and at `b` are equal. */
static inline bool bytes16_is_equal(const char *a, const char *b)
{
    return bytes16_places((bytes16)(bytes16_of(a) == bytes16_of(b))) == BYTES16_ALL;
}

/* True if `length` bytes are equal. Faster than memcmp for a few, as there is no call. */
static inline bool bytes16_spans_are_equal(const char *a, const char *b, size_t length)
{
    if (length < BYTES16_COUNT)
        return memcmp(a, b, length) == 0;
    for (size_t i = 0; i + BYTES16_COUNT < length; i += BYTES16_COUNT)
        if (!bytes16_is_equal(a + i, b + i))
            return false;
    return bytes16_is_equal(a + length - BYTES16_COUNT, b + length - BYTES16_COUNT);
}

/* Returns the first position of a set that is not empty. */
static inline size_t bytes16_first(unsigned places)
{
    return (size_t)__builtin_ctz(places);
}

#endif
