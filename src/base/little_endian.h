/* Numbers with the low byte first, as Windows and most archives store them. */
#ifndef MARSIFT_BASE_LITTLE_ENDIAN_H
#define MARSIFT_BASE_LITTLE_ENDIAN_H

#include <stdint.h>

static inline uint32_t little_endian_16(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8;
}

static inline uint32_t little_endian_32(const unsigned char *bytes)
{
    return little_endian_16(bytes) | little_endian_16(bytes + 2) << 16;
}

static inline uint64_t little_endian_64(const unsigned char *bytes)
{
    return little_endian_32(bytes) | (uint64_t)little_endian_32(bytes + 4) << 32;
}

static inline void little_endian_store_32(unsigned char *bytes, uint32_t number)
{
    for (unsigned i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(number >> 8 * i);
}

#endif
