#include "diagnosis/wildcard.h"

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

/* A number below 256 for two bytes, to tell most pairs apart. */
static unsigned char pair_number(const char *bytes)
{
    return (unsigned char)((unsigned char)bytes[0] * 37u + (unsigned char)bytes[1]);
}

static void put(uint64_t set[4], unsigned char number)
{
    set[number / 64] |= UINT64_C(1) << number % 64;
}

static bool holds(const uint64_t set[4], unsigned char number)
{
    return (set[number / 64] >> number % 64 & 1) != 0;
}

static bool is_literal(char byte)
{
    return byte != '*' && byte != '?';
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
    for (size_t i = 0; i + 2 < pattern.length && !wildcard.has_after; i++) {
        wildcard.has_after = pattern.bytes[i] == '\\' && is_literal(pattern.bytes[i + 1]) &&
                             is_literal(pattern.bytes[i + 2]);
        wildcard.after = pair_number(pattern.bytes + i + 1);
    }
    return wildcard;
}

/* Of \\?\volume{...}, which stands where a drive would; 0 for any other text. */
static size_t volume_length(struct span text)
{
    static const char start[] = "\\\\?\\volume{";
    enum { GUID_BYTES = 36 };
    size_t length = sizeof start - 1 + GUID_BYTES + 1;
    bool is_volume = text.length > length && memcmp(text.bytes, start, sizeof start - 1) == 0 &&
                     text.bytes[length - 1] == '}' && text.bytes[length] == '\\';
    return is_volume ? length : 0;
}

struct wildcard_text wildcard_text_of(struct span text)
{
    struct wildcard_text prepared = {.text = text, .volume_length = volume_length(text)};
    size_t at = span_find_byte(text, '\\');
    while (at + 2 < text.length) {
        put(prepared.behind_backslash, pair_number(text.bytes + at + 1));
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
           (wildcard->has_after && !holds(text->behind_backslash, wildcard->after));
}

bool wildcard_fits(const struct wildcard *wildcard, const struct wildcard_text *text)
{
    struct span pattern = wildcard->pattern;
    struct progress left = {.text = text->text, .end = text->text.length};
    if (is_hopeless(wildcard, text))
        return false;
    if (text->volume_length > 0 && pattern.length >= 2 && memcmp(pattern.bytes, "?:", 2) == 0) {
        pattern = span_slice(pattern, 2, pattern.length);
        left.start = text->volume_length;
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

void wildcard_list_add(struct wildcard_list *list, struct wildcard wildcard)
{
    list->patterns[list->count++] = wildcard;
    if (wildcard.has_after)
        put(list->pairs, wildcard.after);
    else if (wildcard.last != 0)
        put(list->lasts, wildcard.last);
    else if (wildcard.first != 0)
        put(list->firsts, wildcard.first);
    else
        list->has_free = true;
}

static bool may_fit(const struct wildcard_list *list, const struct wildcard_text *text)
{
    struct span bytes = text->text;
    uint64_t shared = 0;
    for (size_t i = 0; i < 4; i++)
        shared |= list->pairs[i] & text->behind_backslash[i];
    return shared != 0 || list->has_free || bytes.length == 0 ||
           holds(list->firsts, (unsigned char)bytes.bytes[0]) ||
           holds(list->lasts, (unsigned char)bytes.bytes[bytes.length - 1]);
}

bool wildcard_list_fits(const struct wildcard_list *list, const struct wildcard_text *text)
{
    if (!may_fit(list, text))
        return false;
    for (size_t i = 0; i < list->count; i++)
        if (wildcard_fits(&list->patterns[i], text))
            return true;
    return false;
}
