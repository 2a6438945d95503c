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
    BROKEN        /* invalid in code page 932 */
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

/* Returns the class of the character at `at`; `*length` is 1 or 2 bytes. */
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

/* Scores a run of half-width bytes and returns its end. Half-width katakana include some of the
 * bytes that are mere symbols in code page 1252. */
static size_t score_half_width(struct cp932_score *score, struct span line, size_t at)
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
        score->japanese += end - at;
    else
        score->western += end - at;
    return end;
}

/* Scores a common kanji without neighbours: "表.txt", but also the apostrophe and the t of "don’t".
 */
static void score_lone_kanji(struct cp932_score *score, struct span line, size_t at)
{
    bool is_after_letter = at > 0 && ascii_is_letter(line.bytes[at - 1]);
    bool is_letter_inside = ascii_is_letter(line.bytes[at + 1]);
    if (is_after_letter && is_letter_inside)
        score->western += 1;
    else
        score->japanese += 1;
}

void cp932_score_add(struct cp932_score *score, struct span line)
{
    enum character_class previous = ASCII;
    for (size_t at = 0; at < line.length;) {
        size_t length;
        enum character_class class = class_at(line, at, &length);
        enum character_class next = ASCII;
        if (at + length < line.length) {
            size_t ignored;
            next = class_at(line, at + length, &ignored);
        }
        bool has_neighbour = is_double(previous) || is_double(next);
        if (class == KANA)
            score->japanese += 3;
        else if (class == PUNCTUATION || class == RARE)
            *(has_neighbour ? &score->japanese : &score->western) += 1;
        else if (class == COMMON_KANJI && has_neighbour)
            score->japanese += 2;
        else if (class == COMMON_KANJI)
            score_lone_kanji(score, line, at);
        else if (class == BROKEN)
            score->western += 4;
        previous = class;
        at = class == HALF_WIDTH ? score_half_width(score, line, at) : at + length;
    }
}
