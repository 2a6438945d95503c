#include "verdict/volume_fact.h"

#include <string.h>

#include "base/ascii.h"
#include "base/hash.h"

#define PREFIX "\\\\?\\Volume{"

enum { PREFIX_BYTES = sizeof PREFIX - 1, GUID_BYTES = 36 };

/* True if the root of a drive or volume may end at `at`. */
static bool is_border(struct span text, size_t at)
{
    static const char borders[] = " \t\r\n[](){}<>\"'`,;=|";
    return at >= text.length ||
           span_find_byte(span_of(borders), text.bytes[at]) < sizeof borders - 1;
}

bool volume_is_named(struct span text)
{
    /* The brace is the rarest of its bytes by far. */
    for (size_t at = span_find_byte(text, '{'); at < text.length;
         at += 1 + span_find_byte(span_slice(text, at + 1, text.length), '{'))
        if (at + 1 >= PREFIX_BYTES &&
            memcmp(text.bytes + at + 1 - PREFIX_BYTES, PREFIX, PREFIX_BYTES) == 0)
            return true;
    return false;
}

bool volume_of_path(struct span path, uint64_t seed, uint64_t *volume, size_t *length)
{
    if (path.length < PREFIX_BYTES + GUID_BYTES + 1 ||
        !span_starts_with_ignoring_case(path, span_of(PREFIX)) ||
        path.bytes[PREFIX_BYTES + GUID_BYTES] != '}')
        return false;
    *volume = seed;
    for (size_t i = PREFIX_BYTES; i < PREFIX_BYTES + GUID_BYTES; i++) {
        char byte = path.bytes[i];
        if (!ascii_is_letter_or_digit(byte) && byte != '-')
            return false;
        *volume = hash_mix(*volume, (uint64_t)ascii_to_lower(byte));
    }
    *length = PREFIX_BYTES + GUID_BYTES + 1;
    return true;
}

/* Parses the volume at `at` and moves `at` after it. False if the record can state no fact. */
static bool parse_volume(struct span record, size_t *at, uint64_t seed, struct volume_fact *fact)
{
    uint64_t volume = 0;
    size_t length = 0;
    if (!volume_of_path(span_slice(record, *at, record.length), seed, &volume, &length))
        return false;
    *at += length;
    if (*at < record.length && record.bytes[*at] == '\\')
        (*at)++;
    bool is_same = fact->volume == 0 || fact->volume == volume;
    fact->volume = volume;
    return is_same && is_border(record, *at);
}

/* False if the record names another drive, too. */
static bool note_letter(char byte, struct volume_fact *fact)
{
    char letter = ascii_to_upper(byte);
    bool is_same = fact->letter == 0 || fact->letter == letter;
    fact->letter = letter;
    return is_same;
}

bool volume_fact_of(struct span record, uint64_t seed, struct volume_fact *fact)
{
    bool has_root = false;
    *fact = (struct volume_fact){0};
    for (size_t at = 0; at < record.length;) {
        struct span rest = span_slice(record, at, record.length);
        if (span_starts_with_ignoring_case(rest, span_of(PREFIX))) {
            if (!parse_volume(record, &at, seed, fact))
                return false;
            continue;
        }
        bool is_drive = rest.length >= 3 && ascii_is_letter(rest.bytes[0]) &&
                        rest.bytes[1] == ':' && rest.bytes[2] == '\\' &&
                        (at == 0 || !ascii_is_letter_or_digit(record.bytes[at - 1]));
        if (is_drive && !note_letter(rest.bytes[0], fact))
            return false;
        has_root = has_root || (is_drive && is_border(record, at + 3));
        at++;
    }
    return fact->volume != 0 && has_root;
}
