#include "output/write/character_kind.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/count_of.h"

struct character_range {
    uint32_t first;
    uint32_t last;
    enum character_kind kind;
};

/* Sorted. A fixed list rather than a property that a library knows, so that the machine formats do
 * not change with the library's version. */
static const struct character_range ranges[] = {
    {0x0000, 0x001F, CHARACTER_UNSAFE},      /* C0 */
    {0x007F, 0x009F, CHARACTER_UNSAFE},      /* DEL, C1 */
    {0x00AD, 0x00AD, CHARACTER_INVISIBLE},   /* soft hyphen */
    {0x034F, 0x034F, CHARACTER_INVISIBLE},   /* grapheme joiner */
    {0x061C, 0x061C, CHARACTER_UNSAFE},      /* Arabic letter mark */
    {0x115F, 0x1160, CHARACTER_INVISIBLE},   /* Hangul fillers */
    {0x17B4, 0x17B5, CHARACTER_INVISIBLE},   /* Khmer inherent vowels */
    {0x180B, 0x180F, CHARACTER_INVISIBLE},   /* Mongolian variation selectors and vowel separator */
    {0x200B, 0x200D, CHARACTER_INVISIBLE},   /* zero width space and joiners */
    {0x200E, 0x200F, CHARACTER_UNSAFE},      /* direction marks */
    {0x2028, 0x202E, CHARACTER_UNSAFE},      /* separators, embeddings, overrides */
    {0x2060, 0x2064, CHARACTER_INVISIBLE},   /* word joiner, invisible operators */
    {0x2065, 0x206F, CHARACTER_UNSAFE},      /* isolates, deprecated controls */
    {0x2800, 0x2800, CHARACTER_INVISIBLE},   /* Braille blank */
    {0x3164, 0x3164, CHARACTER_INVISIBLE},   /* Hangul filler */
    {0xFE00, 0xFE0F, CHARACTER_INVISIBLE},   /* variation selectors */
    {0xFEFF, 0xFEFF, CHARACTER_INVISIBLE},   /* byte order mark */
    {0xFFA0, 0xFFA0, CHARACTER_INVISIBLE},   /* half width Hangul filler */
    {0xFFF9, 0xFFFB, CHARACTER_INVISIBLE},   /* interlinear annotation */
    {0x1BCA0, 0x1BCA3, CHARACTER_INVISIBLE}, /* shorthand format controls */
    {0x1D173, 0x1D17A, CHARACTER_INVISIBLE}, /* musical format controls */
    {0xE0000, 0xE007F, CHARACTER_INVISIBLE}, /* tags */
    {0xE0100, 0xE01EF, CHARACTER_INVISIBLE}, /* variation selectors of ideographs */
};

/* Selectors, and the characters that they select a form of: StandardizedVariants.txt and
 * IVD_Sequences.txt of Unicode. Those after other characters only make two names look alike. */
static const struct {
    uint32_t first, last;
    uint32_t first_before, last_before;
} scripts[] = {
    {0x180B, 0x180D, 0x1820, 0x18AA},   /* Mongolian letters */
    {0x180F, 0x180F, 0x1820, 0x18AA},   /* the fourth Mongolian selector */
    {0x2800, 0x2800, 0x2801, 0x28FF},   /* a blank between letters of Braille */
    {0xFE00, 0xFE02, 0x3400, 0x9FFF},   /* ideographs */
    {0xFE00, 0xFE02, 0x20000, 0x3FFFF}, /* their supplements */
    {0xE0100, 0xE01EF, 0x3400, 0x9FFF},
    {0xE0100, 0xE01EF, 0xF900, 0xFAFF}, /* compatibility ideographs */
    {0xE0100, 0xE01EF, 0x20000, 0x3FFFF},
};

enum character_kind character_kind(uint32_t code_point)
{
    for (size_t i = 0; i < COUNT_OF(ranges); i++)
        if (code_point <= ranges[i].last)
            return code_point >= ranges[i].first ? ranges[i].kind : CHARACTER_PLAIN;
    return CHARACTER_PLAIN;
}

static bool is_of_script(uint32_t before, uint32_t code_point)
{
    for (size_t i = 0; i < COUNT_OF(scripts); i++)
        if (code_point >= scripts[i].first && code_point <= scripts[i].last &&
            before >= scripts[i].first_before && before <= scripts[i].last_before)
            return true;
    return false;
}

enum character_kind character_kind_after(uint32_t before, uint32_t code_point)
{
    enum character_kind kind = character_kind(code_point);
    return kind == CHARACTER_INVISIBLE && is_of_script(before, code_point) ? CHARACTER_PLAIN : kind;
}
