#include "text/loose_match.h"

#include "base/ascii.h"

/* In UTF-8 all Japanese characters have three bytes, the first of which is in this range; so have
 * the full-width forms of ASCII (EF BC 81 to EF BD 9E). */
enum { WIDE_BYTES = 3, FIRST_WIDE_LEAD = 0xE3, LAST_WIDE_LEAD = 0xEF };

static bool is_wide_at(struct span text, size_t at)
{
    return at + WIDE_BYTES <= text.length && (unsigned char)text.bytes[at] >= FIRST_WIDE_LEAD &&
           (unsigned char)text.bytes[at] <= LAST_WIDE_LEAD;
}

size_t loose_match_blank_bytes(struct span text, size_t at)
{
    char byte = at < text.length ? text.bytes[at] : '\0';
    if (span_is_blank(byte))
        return 1;
    return byte == '\xE3' && is_wide_at(text, at) && text.bytes[at + 1] == '\x80' &&
                   text.bytes[at + 2] == '\x80'
               ? WIDE_BYTES
               : 0;
}

static size_t after_blanks(struct span text, size_t at)
{
    for (size_t bytes = loose_match_blank_bytes(text, at); bytes > 0;
         bytes = loose_match_blank_bytes(text, at))
        at += bytes;
    return at;
}

static size_t before_blanks(struct span text, size_t at)
{
    while (at > 0) {
        if (loose_match_blank_bytes(text, at - 1) == 1)
            at--;
        else if (at >= WIDE_BYTES && loose_match_blank_bytes(text, at - WIDE_BYTES) == WIDE_BYTES)
            at -= WIDE_BYTES;
        else
            break;
    }
    return at;
}

/* True if one of the characters around the blanks from `start` to `end`, which may be none, is
 * Japanese. */
static bool blanks_are_ignored(struct span text, size_t start, size_t end)
{
    return is_wide_at(text, end) || (start >= WIDE_BYTES && is_wide_at(text, start - WIDE_BYTES));
}

/* Returns the character at `at`, folded, if it is ASCII in either width, otherwise its first byte.
 * `*bytes` is the length of what it returns. */
static char character_at(struct span text, size_t at, size_t *bytes)
{
    *bytes = 1;
    if (text.bytes[at] != '\xEF' || !is_wide_at(text, at))
        return ascii_to_lower(text.bytes[at]);
    unsigned second = (unsigned char)text.bytes[at + 1];
    unsigned third = (unsigned char)text.bytes[at + 2];
    unsigned ascii = (second - 0xBC) * 0x40 + (third - 0x80) + 0x20;
    bool is_ascii = (second == 0xBC || second == 0xBD) && ascii > ' ' && ascii < 0x7F;
    if (!is_ascii)
        return text.bytes[at];
    *bytes = WIDE_BYTES;
    return ascii_to_lower((char)ascii);
}

/* The same for what ends before `at`. */
static char character_before(struct span text, size_t at, size_t *bytes)
{
    if (at >= WIDE_BYTES && text.bytes[at - WIDE_BYTES] == '\xEF') {
        char folded = character_at(text, at - WIDE_BYTES, bytes);
        if (*bytes == WIDE_BYTES)
            return folded;
    }
    *bytes = 1;
    return ascii_to_lower(text.bytes[at - 1]);
}

bool loose_match_follows(struct span text, struct span wanted, size_t *at)
{
    for (size_t i = 0; i < wanted.length;) {
        size_t next = after_blanks(wanted, i);
        size_t after = after_blanks(text, *at);
        if ((next > i) != (after > *at) && !blanks_are_ignored(text, *at, after))
            return false;
        *at = after;
        i = next;
        if (i == wanted.length)
            break;
        size_t wanted_bytes;
        size_t bytes;
        if (*at == text.length ||
            character_at(text, *at, &bytes) != character_at(wanted, i, &wanted_bytes))
            return false;
        i += wanted_bytes;
        *at += bytes;
    }
    return true;
}

bool loose_match_precedes(struct span text, struct span wanted, size_t *at)
{
    for (size_t i = wanted.length; i > 0;) {
        size_t next = before_blanks(wanted, i);
        size_t before = before_blanks(text, *at);
        if ((next < i) != (before < *at) && !blanks_are_ignored(text, before, *at))
            return false;
        *at = before;
        i = next;
        if (i == 0)
            break;
        size_t wanted_bytes;
        size_t bytes;
        if (*at == 0 ||
            character_before(text, *at, &bytes) != character_before(wanted, i, &wanted_bytes))
            return false;
        i -= wanted_bytes;
        *at -= bytes;
    }
    return true;
}

bool loose_match_is_whole_word(struct span text, size_t at, size_t length)
{
    return (at == 0 || !ascii_is_word_byte(text.bytes[at - 1])) &&
           (at + length >= text.length || !ascii_is_word_byte(text.bytes[at + length]));
}
