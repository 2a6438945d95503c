/* The escapes of quoted-printable: "=3D" for a byte. */
#ifndef MARSIFT_TEXT_PRINTABLE_BYTE_H
#define MARSIFT_TEXT_PRINTABLE_BYTE_H

#include "base/ascii.h"
#include "base/span.h"

enum { PRINTABLE_ESCAPE_BYTES = 3 };

/* Returns the byte that "=3D" at `at` stands for; -1 if there is no such thing, whose digits are
 * large letters. */
static inline int printable_byte_at(struct span text, size_t at)
{
    if (text.bytes[at] != '=' || text.length - at < PRINTABLE_ESCAPE_BYTES)
        return -1;
    for (size_t i = at + 1; i < at + PRINTABLE_ESCAPE_BYTES; i++)
        if (!ascii_is_digit(text.bytes[i]) && (text.bytes[i] < 'A' || text.bytes[i] > 'F'))
            return -1;
    return ascii_hex_digit(text.bytes[at + 1]) * 16 + ascii_hex_digit(text.bytes[at + 2]);
}

#endif
