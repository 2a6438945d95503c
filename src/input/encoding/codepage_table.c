#include "input/encoding/codepage_table.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/count_of.h"
#include "input/encoding/codepage_tables.inc"

enum {
    HIGH_COUNT = 128,
    LEAD_COUNT = 60,
    TRAIL_COUNT = 188,
    FIRST_TRAIL = 0x40,
    FIRST_KATAKANA = 0xA1,
    LAST_KATAKANA = 0xDF,
    KATAKANA = 0xFF61, /* the half-width character of byte FIRST_KATAKANA */
    MAX_UTF8_BYTES = 3 /* of a 16-bit unit */
};

static_assert(COUNT_OF(high_1252) == HIGH_COUNT && COUNT_OF(high_437) == HIGH_COUNT &&
                  COUNT_OF(high_850) == HIGH_COUNT,
              "a character for each byte outside of ASCII");
static_assert(COUNT_OF(pairs_932) == LEAD_COUNT * TRAIL_COUNT, "a character for each pair");

struct codepage_table {
    const char *name;
    const uint16_t *high; /* NULL: pairs_932 */
};

static const struct codepage_table tables[] = {
    {"CP932", NULL}, {"CP1252", high_1252}, {"CP437", high_437}, {"CP850", high_850}};

const struct codepage_table *codepage_table_find(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(tables); i++)
        if (strcmp(tables[i].name, name) == 0)
            return &tables[i];
    return NULL;
}

/* Returns the index of a lead byte of code page 932, LEAD_COUNT for any other byte. */
static size_t lead_index(unsigned char byte)
{
    if (byte >= 0x81 && byte <= 0x9F)
        return byte - 0x81U;
    return byte >= 0xE0 && byte <= 0xFC ? byte - 0xE0U + 31 : LEAD_COUNT;
}

static size_t trail_index(unsigned char byte)
{
    if (byte < FIRST_TRAIL || byte > 0xFC || byte == 0x7F)
        return TRAIL_COUNT;
    return byte - (size_t)FIRST_TRAIL - (byte > 0x7F);
}

/* Reads the character at the start of `raw`, which is not empty: 0 for an invalid one. Sets its
 * length, 0 for a lead byte at the end. */
static uint16_t read_character(const struct codepage_table *table, struct span raw, size_t *length)
{
    unsigned char first = (unsigned char)raw.bytes[0];
    *length = 1;
    if (first < 0x80)
        return first;
    if (table->high != NULL)
        return table->high[first - 0x80];
    if (first >= FIRST_KATAKANA && first <= LAST_KATAKANA)
        return (uint16_t)(KATAKANA + first - FIRST_KATAKANA);
    size_t lead = lead_index(first);
    if (lead == LEAD_COUNT)
        return 0;
    if (raw.length == 1) {
        *length = 0;
        return 0;
    }
    size_t trail = trail_index((unsigned char)raw.bytes[1]);
    uint16_t unit = trail == TRAIL_COUNT ? 0 : pairs_932[lead * TRAIL_COUNT + trail];
    *length = unit == 0 ? 1 : 2;
    return unit;
}

bool codepage_table_convert(const struct codepage_table *table, struct span raw, bool ends_inside,
                            struct buffer *out, struct utf8_replacements *replacements,
                            struct fault *fault)
{
    for (size_t at = 0; at < raw.length;) {
        size_t length;
        uint16_t unit = read_character(table, span_slice(raw, at, raw.length), &length);
        if (length == 0 && ends_inside)
            break;
        bool is_valid = unit != 0 || raw.bytes[at] == '\0';
        if (!is_valid && !utf8_append_replacements(replacements, out, fault))
            return false;
        if (is_valid && !buffer_reserve(out, MAX_UTF8_BYTES + 1, fault))
            return false;
        if (is_valid)
            out->length += utf8_write(out->bytes + out->length, unit);
        at += length == 0 ? 1 : length;
    }
    return true;
}

/* Writes the two bytes of `unit` in code page 932 to `bytes`; returns their number, 0 for none. */
static size_t encode_932(uint32_t unit, char bytes[2])
{
    if (unit >= KATAKANA && unit <= KATAKANA + LAST_KATAKANA - FIRST_KATAKANA) {
        bytes[0] = (char)(unit - KATAKANA + FIRST_KATAKANA);
        return 1;
    }
    size_t found = 0;
    while (found < LEAD_COUNT * TRAIL_COUNT && pairs_932[found] != unit)
        found++;
    size_t lead = found / TRAIL_COUNT;
    size_t trail = found % TRAIL_COUNT;
    if (lead == LEAD_COUNT)
        return 0;
    bytes[0] = (char)(lead + (lead < 31 ? 0x81 : 0xE0 - 31));
    bytes[1] = (char)(trail + FIRST_TRAIL + (trail >= 0x7F - FIRST_TRAIL));
    return 2;
}

static size_t encode_character(const struct codepage_table *table, uint32_t code_point,
                               char bytes[2])
{
    if (code_point < 0x80) {
        bytes[0] = (char)code_point;
        return 1;
    }
    if (table->high == NULL)
        return encode_932(code_point, bytes);
    for (size_t i = 0; i < HIGH_COUNT; i++)
        if (table->high[i] == code_point) {
            bytes[0] = (char)(0x80 + i);
            return 1;
        }
    return 0;
}

size_t codepage_table_encode(const struct codepage_table *table, struct span text, char *out,
                             size_t room)
{
    size_t length = 0;
    for (size_t at = 0; at < text.length;) {
        uint32_t code_point;
        char bytes[2];
        size_t step = utf8_read(span_slice(text, at, text.length), &code_point);
        size_t count = step == 0 ? 0 : encode_character(table, code_point, bytes);
        if (count == 0 || count > room - length)
            return SIZE_MAX;
        memcpy(out + length, bytes, count);
        length += count;
        at += step;
    }
    return length;
}
