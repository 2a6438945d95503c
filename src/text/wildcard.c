#include "text/wildcard.h"

#include <string.h>

#include "base/ascii.h"
#include "text/utf8.h"

/* The part of a text that is not matched yet. */
struct unmatched_text {
    struct span text;
    size_t start;
    size_t end;
};

/* Returns the offset after the character at `at`. */
static size_t after_character(struct span text, size_t at, size_t end)
{
    do
        at++;
    while (at < end && utf8_is_continuation(text.bytes[at]));
    return at;
}

/* Matches `part` at the start of the rest, and shortens that. */
static bool match_start(struct unmatched_text *rest, struct span part)
{
    size_t at = rest->start;
    SPAN_ASSUME_VALID(part);
    for (size_t i = 0; i < part.length; i++) {
        if (at >= rest->end)
            return false;
        if (part.bytes[i] == '?')
            at = after_character(rest->text, at, rest->end);
        else if (rest->text.bytes[at++] != part.bytes[i])
            return false;
    }
    rest->start = at;
    return true;
}

/* Matches `part` at the end of the rest, and shortens that. */
static bool match_end(struct unmatched_text *rest, struct span part)
{
    size_t at = rest->end;
    for (size_t i = part.length; i-- > 0;) {
        if (at <= rest->start)
            return false;
        at--;
        if (part.bytes[i] != '?' && rest->text.bytes[at] != part.bytes[i])
            return false;
        while (part.bytes[i] == '?' && at > rest->start &&
               utf8_is_continuation(rest->text.bytes[at]))
            at--;
    }
    rest->end = at;
    return true;
}

/* Matches `part` at the first possible offset in the rest; a later one would leave less to the
 * parts that follow. */
static bool match_anywhere(struct unmatched_text *rest, struct span part)
{
    while (rest->start < rest->end) {
        struct span bytes = span_slice(rest->text, rest->start, rest->end);
        if (part.bytes[0] != '?')
            rest->start += span_find_byte(bytes, part.bytes[0]);
        if (rest->start >= rest->end)
            return false;
        if (match_start(rest, part))
            return true;
        rest->start = after_character(rest->text, rest->start, rest->end);
    }
    return false;
}

/* Matches everything between the first star and the last one. */
static bool match_middle(struct unmatched_text *rest, struct span middle)
{
    while (middle.length > 0) {
        size_t length = span_find_byte(middle, '*');
        struct span part = span_slice(middle, 0, length);
        if (part.length > 0 && !match_anywhere(rest, part))
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

/* Finds the first backslash of the pattern that is followed by literal bytes. */
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
    if (text.length > DRIVE_BYTES && text.bytes[1] == ':' && ascii_contains(text.bytes[0]))
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
        wildcard_hashes_add(&prepared.starts, wildcard_start(text.bytes + at));
        at += 1 + span_find_byte(span_slice(text, at + 1, text.length), '\\');
    }
    return prepared;
}

/* True if the text lacks something that every matching text has. */
static bool cannot_match(const struct wildcard *wildcard, const struct wildcard_text *text)
{
    struct span bytes = text->text;
    if (bytes.length == 0)
        return wildcard->first != 0;
    return (wildcard->first != 0 && wildcard->first != (unsigned char)bytes.bytes[0]) ||
           (wildcard->last != 0 &&
            wildcard->last != (unsigned char)bytes.bytes[bytes.length - 1]) ||
           (wildcard->has_start && !wildcard_hashes_contain(&text->starts, wildcard->start));
}

bool wildcard_matches(const struct wildcard *wildcard, const struct wildcard_text *text)
{
    struct span pattern = wildcard->pattern;
    struct unmatched_text rest = {.text = text->text, .end = text->text.length};
    if (cannot_match(wildcard, text))
        return false;
    if (text->root_length > 0 && pattern.length >= 2 && memcmp(pattern.bytes, "?:", 2) == 0) {
        pattern = span_slice(pattern, 2, pattern.length);
        rest.start = text->root_length;
    }
    size_t first_star = span_find_byte(pattern, '*');
    if (!match_start(&rest, span_slice(pattern, 0, first_star)))
        return false;
    if (first_star == pattern.length)
        return rest.start == rest.end;
    size_t last_star = pattern.length - 1;
    while (pattern.bytes[last_star] != '*')
        last_star--;
    return match_end(&rest, span_slice(pattern, last_star + 1, pattern.length)) &&
           (last_star == first_star ||
            match_middle(&rest, span_slice(pattern, first_star + 1, last_star)));
}
