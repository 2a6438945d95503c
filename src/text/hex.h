/* Parses eight hexadecimal digits in one step, as nearly all codes in logs have. */
#ifndef MARSIFT_TEXT_HEX_H
#define MARSIFT_TEXT_HEX_H

#include <endian.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { HEX_WORD_DIGITS = 8 };

/* A word of eight equal bytes. */
#define HEX_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Parses HEX_WORD_DIGITS digits in either case. False if one is not a digit. */
static inline bool hex_read_word(const char *bytes, uint32_t *value)
{
    uint64_t digits;
    memcpy(&digits, bytes, sizeof digits);
    digits = be64toh(digits);
    /* The highest bit of each byte is the result: no sum with an ASCII byte carries out of its
     * byte. */
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
