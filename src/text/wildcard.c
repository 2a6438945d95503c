#include "text/wildcard.h"

#include <string.h>

/* The part of a pattern between two stars, and how far the text has been used up. */
struct progress {
    struct span text;
    size_t start; /* of what is left of the text */
    size_t end;
};

static bool is_inside_character(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The offset behind the character at `at`. */
static size_t after_character(struct span text, size_t at, size_t end)
{
    do
        at++;
    while (at < end && is_inside_character(text.bytes[at]));
    return at;
}

/* Fits `part` at the start of what is left, and uses that up. */
static bool take_start(struct progress *left, struct span part)
{
    size_t at = left->start;
    SPAN_ASSUME_VALID(part);
    for (size_t i = 0; i < part.length; i++) {
        if (at >= left->end)
            return false;
        if (part.bytes[i] == '?')
            at = after_character(left->text, at, left->end);
        else if (left->text.bytes[at++] != part.bytes[i])
            return false;
    }
    left->start = at;
    return true;
}

/* Fits `part` at the end of what is left, and uses that up. */
static bool take_end(struct progress *left, struct span part)
{
    size_t at = left->end;
    for (size_t i = part.length; i-- > 0;) {
        if (at <= left->start)
            return false;
        at--;
        if (part.bytes[i] != '?' && left->text.bytes[at] != part.bytes[i])
            return false;
        while (part.bytes[i] == '?' && at > left->start &&
               is_inside_character(left->text.bytes[at]))
            at--;
    }
    left->end = at;
    return true;
}

/* Fits `part` at the first place of what is left that it fits; a later one could not help more. */
static bool take_anywhere(struct progress *left, struct span part)
{
    while (left->start < left->end) {
        struct span rest = span_slice(left->text, left->start, left->end);
        if (part.bytes[0] != '?')
            left->start += span_find_byte(rest, part.bytes[0]);
        if (left->start >= left->end)
            return false;
        if (take_start(left, part))
            return true;
        left->start = after_character(left->text, left->start, left->end);
    }
    return false;
}

/* Everything between the first star and the last one. */
static bool take_middle(struct progress *left, struct span middle)
{
    while (middle.length > 0) {
        size_t length = span_find_byte(middle, '*');
        struct span part = span_slice(middle, 0, length);
        if (part.length > 0 && !take_anywhere(left, part))
            return false;
        middle = span_slice(middle, length < middle.length ? length + 1 : length, middle.length);
    }
    return true;
}

static bool is_literal(char byte)
{
    return byte != '*' && byte != '?';
}

static bool are_literal(const char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!is_literal(bytes[i]))
            return false;
    return true;
}

/* What the text must have behind a backslash: the first that the pattern tells. */
static void find_start(struct wildcard *wildcard)
{
    struct span pattern = wildcard->pattern;
    for (size_t i = 0; i + WILDCARD_START_BYTES <= pattern.length && !wildcard->has_start; i++) {
        wildcard->has_start = pattern.bytes[i] == '\\' &&
                              are_literal(pattern.bytes + i + 1, WILDCARD_START_BYTES - 1);
        wildcard->start = wildcard_start(pattern.bytes + i);
        wildcard->is_at_root = i == 2 && memcmp(pattern.bytes, "?:", 2) == 0;
    }
}

struct wildcard wildcard_of(struct span pattern)
{
    struct wildcard wildcard = {.pattern = pattern};
    if (pattern.length == 0)
        return wildcard;
    if (is_literal(pattern.bytes[0]))
        wildcard.first = (unsigned char)pattern.bytes[0];
    if (is_literal(pattern.bytes[pattern.length - 1]))
        wildcard.last = (unsigned char)pattern.bytes[pattern.length - 1];
    wildcard.has_ending =
        pattern.length >= WILDCARD_ENDING_BYTES &&
        are_literal(pattern.bytes + pattern.length - WILDCARD_ENDING_BYTES, WILDCARD_ENDING_BYTES);
    if (wildcard.has_ending)
        wildcard.ending = wildcard_ending(pattern);
    find_start(&wildcard);
    return wildcard;
}

size_t wildcard_root_length(struct span text)
{
    static const char start[] = "\\\\?\\volume{";
    enum { GUID_BYTES = 36, DRIVE_BYTES = 2 };
    if (text.length > DRIVE_BYTES && text.bytes[1] == ':' && (unsigned char)text.bytes[0] < 0x80)
        return text.bytes[DRIVE_BYTES] == '\\' ? DRIVE_BYTES : 0;
    size_t length = sizeof start - 1 + GUID_BYTES + 1;
    bool is_volume = text.length > length && memcmp(text.bytes, start, sizeof start - 1) == 0 &&
                     text.bytes[length - 1] == '}' && text.bytes[length] == '\\';
    return is_volume ? length : 0;
}

struct wildcard_text wildcard_text_of(struct span text)
{
    struct wildcard_text prepared = {.text = text, .root_length = wildcard_root_length(text)};
    size_t at = span_find_byte(text, '\\');
    while (at + WILDCARD_START_BYTES <= text.length) {
        wildcard_numbers_put(&prepared.starts, wildcard_start(text.bytes + at));
        at += 1 + span_find_byte(span_slice(text, at + 1, text.length), '\\');
    }
    return prepared;
}

/* Whether the text lacks what the pattern needs. */
static bool is_hopeless(const struct wildcard *wildcard, const struct wildcard_text *text)
{
    struct span bytes = text->text;
    if (bytes.length == 0)
        return wildcard->first != 0;
    return (wildcard->first != 0 && wildcard->first != (unsigned char)bytes.bytes[0]) ||
           (wildcard->last != 0 &&
            wildcard->last != (unsigned char)bytes.bytes[bytes.length - 1]) ||
           (wildcard->has_start && !wildcard_numbers_hold(&text->starts, wildcard->start));
}

bool wildcard_matches(const struct wildcard *wildcard, const struct wildcard_text *text)
{
    struct span pattern = wildcard->pattern;
    struct progress left = {.text = text->text, .end = text->text.length};
    if (is_hopeless(wildcard, text))
        return false;
    if (text->root_length > 0 && pattern.length >= 2 && memcmp(pattern.bytes, "?:", 2) == 0) {
        pattern = span_slice(pattern, 2, pattern.length);
        left.start = text->root_length;
    }
    size_t first_star = span_find_byte(pattern, '*');
    if (!take_start(&left, span_slice(pattern, 0, first_star)))
        return false;
    if (first_star == pattern.length)
        return left.start == left.end;
    size_t last_star = pattern.length - 1;
    while (pattern.bytes[last_star] != '*')
        last_star--;
    return take_end(&left, span_slice(pattern, last_star + 1, pattern.length)) &&
           (last_star == first_star ||
            take_middle(&left, span_slice(pattern, first_star + 1, last_star)));
}
