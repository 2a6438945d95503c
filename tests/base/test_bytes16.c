#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>

#include "base/bytes16.h"
#include "support/random.h"

Test(base_bytes16, reads_a_tail_of_any_length_within_its_text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJ";
    for (size_t length = 0; length < sizeof letters; length++) {
        /* AddressSanitizer watches both sides of a block. */
        char *copy = malloc(length);
        struct span text = {.bytes = memcpy(copy, letters, length), .length = length};
        for (size_t at = length < BYTES16_COUNT ? 0 : length - BYTES16_COUNT + 1; at <= length;
             at++) {
            bytes16 read = bytes16_tail(text, at);
            for (size_t i = 0; i < BYTES16_COUNT; i++)
                cr_assert(eq(u8, read[i], at + i < length ? (unsigned char)letters[at + i] : 0));
        }
        free(copy);
    }
}

Test(base_bytes16, answers_for_each_byte)
{
    uint64_t state = 1;
    for (int round = 0; round < 100000; round++) {
        char bytes[BYTES16_COUNT];
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = (char)random_below(&state, 256);
        unsigned char first = (unsigned char)random_below(&state, 256);
        unsigned char last = (unsigned char)(first + random_below(&state, 256u - first));
        unsigned equal = 0, between = 0, high = 0;
        for (size_t i = 0; i < sizeof bytes; i++) {
            unsigned char byte = (unsigned char)bytes[i];
            equal |= (unsigned)(byte == first) << i;
            between |= (unsigned)(byte >= first && byte <= last) << i;
            high |= (unsigned)(byte >= 0x80) << i;
        }
        bytes16 read = bytes16_of(bytes);
        cr_assert(eq(uint, bytes16_places(bytes16_equal(read, first)), equal));
        cr_assert(eq(uint, bytes16_places(bytes16_between(read, first, last)), between));
        cr_assert(eq(uint, bytes16_places(read), high));
    }
}

Test(base_bytes16, finds_high_bits_in_every_byte)
{
    for (size_t at = 0; at < BYTES16_COUNT; at++)
        for (int byte = 0; byte < 256; byte++) {
            char bytes[BYTES16_COUNT];
            memset(bytes, 0x7F, sizeof bytes);
            bytes[at] = (char)byte;
            cr_assert(eq(int, bytes16_has_high_bits(bytes16_of(bytes)), byte >= 0x80));
        }
}
