#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/ascii.h"
#include "support/random.h"
#include "text/hex.h"

Test(text_hex, reads_eight_digits_as_if_one_by_one)
{
    uint64_t state = 2;
    for (int byte = 0; byte < 256; byte++)
        for (int round = 0; round < 1000; round++) {
            char bytes[HEX_WORD_DIGITS];
            uint32_t expected = 0, value = 0;
            bool is_number = true;
            for (size_t i = 0; i < sizeof bytes; i++)
                bytes[i] = "0123456789abcdefABCDEF"[random_below(&state, 22)];
            bytes[random_below(&state, sizeof bytes)] = (char)byte;
            for (size_t i = 0; i < sizeof bytes; i++) {
                is_number = is_number && ascii_hex_digit(bytes[i]) >= 0;
                expected = expected << 4 | (uint32_t)(ascii_hex_digit(bytes[i]) & 0xF);
            }
            cr_assert(eq(int, hex_read_word(bytes, &value), is_number), "%.8s", bytes);
            if (is_number)
                cr_assert(eq(u32, value, expected), "%.8s", bytes);
        }
}
