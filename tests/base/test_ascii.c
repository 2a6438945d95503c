#include <criterion/criterion.h>
#include <ctype.h>
#include <limits.h>

#include "base/ascii.h"

Test(base_ascii, classifies_every_byte_as_the_c_locale_does)
{
    for (int code = 0; code <= UCHAR_MAX; code++) {
        char byte = (char)code;
        cr_assert(ascii_contains(byte) == (code < 0x80), "%d", code);
        cr_assert(ascii_is_digit(byte) == (isdigit(code) != 0), "%d", code);
        cr_assert(ascii_is_upper(byte) == (isupper(code) != 0), "%d", code);
        cr_assert(ascii_is_lower(byte) == (islower(code) != 0), "%d", code);
        cr_assert(ascii_is_letter(byte) == (isalpha(code) != 0), "%d", code);
        cr_assert(ascii_is_letter_or_digit(byte) == (isalnum(code) != 0), "%d", code);
        cr_assert(ascii_is_word_byte(byte) == (isalnum(code) != 0 || byte == '_'), "%d", code);
        cr_assert((ascii_hex_digit(byte) >= 0) == (isxdigit(code) != 0), "%d", code);
        cr_assert(ascii_to_lower(byte) == (char)tolower(code), "%d", code);
        cr_assert(ascii_to_upper(byte) == (char)toupper(code), "%d", code);
    }
}

Test(base_ascii, knows_the_values_of_hexadecimal_digits)
{
    static const char digits[] = "0123456789abcdef";
    for (int value = 0; value < 16; value++) {
        cr_assert(ascii_hex_digit(digits[value]) == value, "%c", digits[value]);
        cr_assert(ascii_hex_digit(ascii_to_upper(digits[value])) == value, "%c", digits[value]);
    }
}
