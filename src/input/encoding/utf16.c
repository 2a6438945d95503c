#include "input/encoding/utf16.h"

#include <endian.h>
#include <stdint.h>
#include <string.h>

static uint32_t unit_at(const char *raw, bool is_big_endian)
{
    uint32_t first = (unsigned char)raw[0];
    uint32_t second = (unsigned char)raw[1];
    return is_big_endian ? first << 8 | second : second << 8 | first;
}

/* Copies units below U+0080 as long as there are four in a row; returns how many. */
static size_t copy_ascii(const char *raw, size_t unit_count, bool is_big_endian, char *out)
{
    const uint64_t not_ascii =
        is_big_endian ? UINT64_C(0x80FF80FF80FF80FF) : UINT64_C(0xFF80FF80FF80FF80);
    size_t done = 0;
    for (; unit_count - done >= 4; done += 4) {
        uint64_t word;
        memcpy(&word, raw + done * 2, sizeof word);
        word = le64toh(word);
        if ((word & not_ascii) != 0)
            break;
        if (is_big_endian)
            word >>= 8;
        word = (word | word >> 8) & UINT64_C(0x0000FFFF0000FFFF);
        uint32_t packed = htole32((uint32_t)(word | word >> 16));
        memcpy(out + done, &packed, sizeof packed);
    }
    return done;
}

static bool is_surrogate(uint32_t unit)
{
    return (unit & 0xF800) == 0xD800;
}

static bool is_low_surrogate(uint32_t unit)
{
    return (unit & 0xFC00) == 0xDC00;
}

/* Reads the surrogate at the start of `raw` and returns how many units it took (1 or 2).
 * `*code_point` is U+FFFD when it has no partner. */
static size_t read_surrogate(const char *raw, size_t unit_count, bool is_big_endian,
                             uint32_t *code_point)
{
    uint32_t high = unit_at(raw, is_big_endian);
    uint32_t low = unit_count > 1 ? unit_at(raw + 2, is_big_endian) : 0;
    if (is_low_surrogate(high) || !is_low_surrogate(low)) {
        *code_point = 0xFFFD;
        return 1;
    }
    *code_point = 0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF);
    return 2;
}

/* After a unit that is not ASCII, this many units are read one by one before copy_ascii is tried
 * again, so that Japanese text does not pay for it. */
enum { RETRY_UNITS = 4 };

bool utf16_decode(struct span raw, bool is_big_endian, bool ends_inside, struct buffer *out,
                  struct utf8_replacements *replacements, struct fault *fault)
{
    size_t unit_count = raw.length / 2;
    /* A unit takes at most three bytes, and a surrogate pair four. */
    if (!buffer_reserve(out, (unit_count + 1) * 3, fault))
        return false;
    char *end = out->bytes + out->length;
    for (size_t at = 0; at < unit_count;) {
        size_t copied = copy_ascii(raw.bytes + at * 2, unit_count - at, is_big_endian, end);
        at += copied;
        end += copied;
        size_t stop = unit_count - at < RETRY_UNITS ? unit_count : at + RETRY_UNITS;
        while (at < stop) {
            uint32_t code_point = unit_at(raw.bytes + at * 2, is_big_endian);
            if (!is_surrogate(code_point)) {
                end += utf8_write(end, code_point);
                at++;
                continue;
            }
            bool is_half = ends_inside && at + 1 == unit_count && !is_low_surrogate(code_point);
            at += read_surrogate(raw.bytes + at * 2, unit_count - at, is_big_endian, &code_point);
            if (is_half)
                break;
            end += utf8_write(end, code_point);
            if (code_point == 0xFFFD)
                utf8_note_replacement(replacements, out->bytes, (size_t)(end - out->bytes));
        }
    }
    out->length = (size_t)(end - out->bytes);
    return raw.length % 2 == 0 || ends_inside || utf8_append_replacements(replacements, out, fault);
}
