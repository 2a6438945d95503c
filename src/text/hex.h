/* Eight hexadecimal digits in one step: how nearly every code of a log is written. */
#ifndef MARSIFT_TEXT_HEX_H
#define MARSIFT_TEXT_HEX_H

#include <endian.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { HEX_WORD_DIGITS = 8 };

/* Eight times the same byte. */
#define HEX_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Reads the HEX_WORD_DIGITS at `bytes`, in either case. False when one is no digit. */
static inline bool hex_read_word(const char *bytes, uint32_t *value)
{
    uint64_t digits;
    memcpy(&digits, bytes, sizeof digits);
    digits = be64toh(digits);
    /* In each byte the highest bit is the answer, which no sum of ASCII carries out of. */
    uint64_t small = digits | HEX_EACH(0x20);
    uint64_t decimal = (digits + HEX_EACH(0x80 - '0')) & ~(digits + HEX_EACH(0x7F - '9'));
    uint64_t letters = (small + HEX_EACH(0x80 - 'a')) & ~(small + HEX_EACH(0x7F - 'f'));
    if (((decimal | letters) & ~digits & HEX_EACH(0x80)) != HEX_EACH(0x80))
        return false;
    uint64_t nibbles = (digits & HEX_EACH(0x0F)) + (digits >> 6 & HEX_EACH(1)) * 9;
    nibbles = (nibbles | nibbles >> 4) & UINT64_C(0x00FF00FF00FF00FF);
    nibbles = (nibbles | nibbles >> 8) & UINT64_C(0x0000FFFF0000FFFF);
    *value = (uint32_t)(nibbles | nibbles >> 16);
    return true;
}

#endif
