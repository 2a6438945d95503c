/* Sixteen bytes of text at once: in the vectors of gcc and clang, which become instructions of
 * every processor that has some, and plain code on the others. A question to a chunk is answered by
 * a set of places: bit 0 is the first byte. */
#ifndef MARSIFT_BASE_BYTES16_H
#define MARSIFT_BASE_BYTES16_H

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

enum { BYTES_PER_CHUNK = 16, EVERY_PLACE = 0xFFFF };

typedef unsigned char chunk __attribute__((vector_size(BYTES_PER_CHUNK)));

/* The first BYTES_PER_CHUNK of `bytes`. */
static inline chunk chunk_of(const char *bytes)
{
    chunk read;
    memcpy(&read, bytes, sizeof read);
    return read;
}

/* What stands from `at` on, less than BYTES_PER_CHUNK, and NULs behind it. Reads within the text.
 * The last bytes are shifted in registers: a chunk that is read out of memory just written in parts
 * comes late. */
static inline chunk chunk_tail(struct span text, size_t at)
{
    __extension__ typedef unsigned __int128 wide;
    typedef uint64_t words __attribute__((vector_size(BYTES_PER_CHUNK)));
    uint64_t read[2] = {0};
    if (text.length < BYTES_PER_CHUNK) {
        memcpy(read, text.bytes + at, text.length - at);
        return (chunk)(words){read[0], read[1]};
    }
    size_t half_shift = (BYTES_PER_CHUNK - (text.length - at)) * CHAR_BIT / 2; /* 64 at most */
    memcpy(read, text.bytes + text.length - BYTES_PER_CHUNK, BYTES_PER_CHUNK);
    wide last = (wide)le64toh(read[1]) << 64 | le64toh(read[0]);
    last = last >> half_shift >> half_shift;
    return (chunk)(words){htole64((uint64_t)last), htole64((uint64_t)(last >> 64))};
}

/* 0xFF for each byte that equals `byte`, 0 for the others. */
static inline chunk chunk_equal(chunk read, unsigned char byte)
{
    return (chunk)(read == (chunk){0} + byte);
}

/* 0xFF for each byte from `first` up to `last`, 0 for the others. */
static inline chunk chunk_between(chunk read, unsigned char first, unsigned char last)
{
    return (chunk)(read - first <= (chunk){0} + (unsigned char)(last - first));
}

/* The places of the bytes whose highest bit is set, as it is in the answers above. */
static inline unsigned chunk_places(chunk answer)
{
#ifdef __SSE2__
    return (unsigned)_mm_movemask_epi8((__m128i)answer);
#else
    unsigned places = 0;
    for (size_t i = 0; i < BYTES_PER_CHUNK; i++)
        places |= (unsigned)(answer[i] >> 7) << i;
    return places;
#endif
}

/* Whether any byte has its highest bit set: chunk_places that are none, on every processor fast. */
static inline bool chunk_has_high_bits(chunk read)
{
#ifdef __SSE2__
    return chunk_places(read) != 0;
#else
    uint64_t halves[2];
    memcpy(halves, &read, sizeof halves);
    return ((halves[0] | halves[1]) & UINT64_C(0x8080808080808080)) != 0;
#endif
}

static inline bool chunk_is_equal(const char *a, const char *b)
{
    return chunk_places((chunk)(chunk_of(a) == chunk_of(b))) == EVERY_PLACE;
}

/* memcmp for a few bytes, without a call. */
static inline bool chunks_are_equal(const char *a, const char *b, size_t length)
{
    if (length < BYTES_PER_CHUNK)
        return memcmp(a, b, length) == 0;
    for (size_t i = 0; i + BYTES_PER_CHUNK < length; i += BYTES_PER_CHUNK)
        if (!chunk_is_equal(a + i, b + i))
            return false;
    return chunk_is_equal(a + length - BYTES_PER_CHUNK, b + length - BYTES_PER_CHUNK);
}

/* The first place of a set that is not empty. */
static inline size_t chunk_first(unsigned places)
{
    return (size_t)__builtin_ctz(places);
}

#endif
