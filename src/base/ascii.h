/* Letters and digits of ASCII, whatever the locale. Bytes of 0x80 and above, which are parts of
 * other characters in UTF-8, belong to no class and keep their case. */
#ifndef MARSIFT_BASE_ASCII_H
#define MARSIFT_BASE_ASCII_H

#include <stdbool.h>

/* True if `byte` is below 0x80. */
static inline bool ascii_contains(char byte)
{
    return ((unsigned char)byte & 0x80) == 0;
}

static inline bool ascii_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool ascii_is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static inline bool ascii_is_lower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static inline char ascii_to_lower(char byte)
{
    return ascii_is_upper(byte) ? (char)(byte + ('a' - 'A')) : byte;
}

static inline char ascii_to_upper(char byte)
{
    return ascii_is_lower(byte) ? (char)(byte - ('a' - 'A')) : byte;
}

static inline bool ascii_is_letter(char byte)
{
    return ascii_is_lower((char)(byte | ('a' ^ 'A')));
}

static inline bool ascii_is_letter_or_digit(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte);
}

/* True if `byte` can be part of an identifier: a letter, a digit or an underscore. */
static inline bool ascii_is_word_byte(char byte)
{
    return ascii_is_letter_or_digit(byte) || byte == '_';
}

/* Returns the value of a hexadecimal digit in either case, or -1. */
static inline int ascii_hex_digit(char byte)
{
    char lower = ascii_to_lower(byte);
    if (ascii_is_digit(byte))
        return byte - '0';
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

#endif
