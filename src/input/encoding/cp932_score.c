#include "input/encoding/cp932_score.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/ascii.h"

enum character_class {
    ASCII,
    KANA,         /* hiragana, katakana, full-width Latin letters and digits */
    PUNCTUATION,  /* row 1: ideographic space, comma, full stop, brackets ... */
    COMMON_KANJI, /* level 1 */
    RARE,         /* level 2, vendor extensions, user-defined characters */
    HALF_WIDTH,   /* one byte: half-width katakana, or À to ß and symbols in 1252 */
    BROKEN        /* no character of code page 932 */
};

static bool is_lead(unsigned char byte)
{
    return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC);
}

static bool is_trail(unsigned char byte)
{
    return byte >= 0x40 && byte <= 0xFC && byte != 0x7F;
}

static enum character_class pair_class(unsigned char lead, unsigned char trail)
{
    if (lead == 0x81)
        return PUNCTUATION;
    if (lead == 0x82)
        return trail >= 0x4F && trail <= 0xF1 ? KANA : BROKEN;
    if (lead == 0x83)
        return trail <= 0x96 ? KANA : RARE;
    bool is_level_1 = (lead == 0x88 && trail >= 0x9F) || (lead >= 0x89 && lead <= 0x97) ||
                      (lead == 0x98 && trail <= 0x72);
    return is_level_1 ? COMMON_KANJI : RARE;
}

/* The class of the character at `at`; `*length` is 1 or 2 bytes. */
static enum character_class class_at(struct span line, size_t at, size_t *length)
{
    const unsigned char *bytes = (const unsigned char *)line.bytes;
    *length = 1;
    if (bytes[at] < 0x80)
        return ASCII;
    if (bytes[at] >= 0xA1 && bytes[at] <= 0xDF)
        return HALF_WIDTH;
    if (!is_lead(bytes[at]) || at + 1 == line.length || !is_trail(bytes[at + 1]))
        return BROKEN;
    *length = 2;
    return pair_class(bytes[at], bytes[at + 1]);
}

static bool is_double(enum character_class class)
{
    return class == KANA || class == PUNCTUATION || class == COMMON_KANJI;
}

/* A run of half-width katakana holds some of the bytes that are mere symbols in code page 1252. */
static size_t weigh_half_width(struct cp932_score *weights, struct span line, size_t at)
{
    size_t end = at;
    size_t symbols = 0;
    for (; end < line.length; end++) {
        unsigned char byte = (unsigned char)line.bytes[end];
        if (byte < 0xA1 || byte > 0xDF)
            break;
        symbols += byte < 0xC0;
    }
    if (end - at >= 3 && symbols * 4 >= end - at)
        weights->japanese += end - at;
    else
        weights->western += end - at;
    return end;
}

/* A common kanji that stands alone: "表.txt", but also the apostrophe and the t of "don’t". */
static void weigh_lone_kanji(struct cp932_score *weights, struct span line, size_t at)
{
    bool is_after_letter = at > 0 && ascii_is_letter(line.bytes[at - 1]);
    bool is_letter_inside = ascii_is_letter(line.bytes[at + 1]);
    if (is_after_letter && is_letter_inside)
        weights->western += 1;
    else
        weights->japanese += 1;
}

void cp932_score_add(struct cp932_score *weights, struct span line)
{
    enum character_class before = ASCII;
    for (size_t at = 0; at < line.length;) {
        size_t length;
        enum character_class class = class_at(line, at, &length);
        enum character_class after = ASCII;
        if (at + length < line.length) {
            size_t ignored;
            after = class_at(line, at + length, &ignored);
        }
        bool has_company = is_double(before) || is_double(after);
        if (class == KANA)
            weights->japanese += 3;
        else if (class == PUNCTUATION || class == RARE)
            *(has_company ? &weights->japanese : &weights->western) += 1;
        else if (class == COMMON_KANJI && has_company)
            weights->japanese += 2;
        else if (class == COMMON_KANJI)
            weigh_lone_kanji(weights, line, at);
        else if (class == BROKEN)
            weights->western += 4;
        before = class;
        at = class == HALF_WIDTH ? weigh_half_width(weights, line, at) : at + length;
    }
}
