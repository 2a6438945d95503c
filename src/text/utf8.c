#include "text/utf8.h"

#include <string.h>

#include "base/bytes16.h"

enum { REPLACEMENT_CHARACTER = 0xFFFD };

static const char replacement[] = "\xEF\xBF\xBD";

size_t utf8_ascii_length(struct span text)
{
    enum { STEP = 4 * BYTES16_COUNT };
    const char *bytes = text.bytes;
    size_t at = 0;
    for (; text.length - at >= STEP; at += STEP) {
        const char *step = bytes + at;
        if (bytes16_has_high_bits(bytes16_of(step) | bytes16_of(step + BYTES16_COUNT) |
                                  bytes16_of(step + 2 * BYTES16_COUNT) |
                                  bytes16_of(step + 3 * BYTES16_COUNT)))
            break;
    }
    while (text.length - at >= BYTES16_COUNT && !bytes16_has_high_bits(bytes16_of(bytes + at)))
        at += BYTES16_COUNT;
    while (at < text.length && (unsigned char)bytes[at] < 0x80)
        at++;
    return at;
}

/* What must follow a lead byte: the number of bytes, and the range of the first of them. */
struct utf8_follow {
    uint8_t count;
    uint8_t low;
    uint8_t high;
};

static struct utf8_follow follow_of(unsigned char lead)
{
    if (lead >= 0xC2 && lead <= 0xDF)
        return (struct utf8_follow){1, 0x80, 0xBF};
    if (lead >= 0xE0 && lead <= 0xEF)
        return (struct utf8_follow){2, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF};
    if (lead >= 0xF0 && lead <= 0xF4)
        return (struct utf8_follow){3, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF};
    return (struct utf8_follow){0, 0, 0};
}

size_t utf8_character_length(struct span text, size_t *bad_bytes)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    *bad_bytes = 1;
    if (bytes[0] < 0x80)
        return 1;
    struct utf8_follow follow = follow_of(bytes[0]);
    if (follow.count == 0)
        return 0;
    for (size_t i = 1; i <= follow.count; i++) {
        bool fits = i < text.length && bytes[i] >= (i == 1 ? follow.low : 0x80) &&
                    bytes[i] <= (i == 1 ? follow.high : 0xBF);
        if (!fits)
            return 0;
        *bad_bytes = i + 1;
    }
    return (size_t)follow.count + 1;
}

size_t utf8_read(struct span text, uint32_t *code_point)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    size_t bad_bytes;
    size_t length = utf8_character_length(text, &bad_bytes);
    if (length < 2) {
        *code_point = length == 1 ? bytes[0] : REPLACEMENT_CHARACTER;
        return length;
    }
    /* A lead byte begins with as many ones as the character has bytes, and a zero. */
    *code_point = bytes[0] & 0xFFu >> (length + 1);
    for (size_t i = 1; i < length; i++)
        *code_point = *code_point << 6 | (bytes[i] & 0x3F);
    return length;
}

/* Returns how many bytes at the start of `text` are characters of three bytes whose lead byte
 * allows any continuation: kana and nearly all kanji. */
static size_t any_continuation_length(struct span text)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    size_t at = 0;
    while (text.length - at >= 3) {
        bool is_such = bytes[at] >= 0xE1 && bytes[at] <= 0xEC && (bytes[at + 1] & 0xC0) == 0x80 &&
                       (bytes[at + 2] & 0xC0) == 0x80;
        if (!is_such)
            break;
        at += 3;
    }
    return at;
}

size_t utf8_valid_length(struct span text)
{
    size_t at = 0;
    while (at < text.length) {
        at += any_continuation_length(span_slice(text, at, text.length));
        if (at == text.length)
            break;
        if ((unsigned char)text.bytes[at] < 0x80) {
            at += utf8_ascii_length(span_slice(text, at, text.length));
            continue;
        }
        size_t bad_bytes;
        size_t length = utf8_character_length(span_slice(text, at, text.length), &bad_bytes);
        if (length == 0)
            return at;
        at += length;
    }
    return at;
}

size_t utf8_write(char *out, uint32_t code_point)
{
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        out[0] = (char)(0xC0 | code_point >> 6);
        out[1] = (char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        out[0] = (char)(0xE0 | code_point >> 12);
        out[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code_point >> 18);
    out[1] = (char)(0x80 | (code_point >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code_point >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code_point & 0x3F));
    return 4;
}

void utf8_note_replacement(struct utf8_replacements *replacements, const char *text, size_t length)
{
    struct span since = {text + replacements->counted_to, length - replacements->counted_to};
    bool is_new_line = replacements->lines == 0 || span_find_byte(since, '\n') < since.length ||
                       span_find_byte(since, '\r') < since.length;
    if (is_new_line)
        replacements->lines++;
    replacements->counted_to = length;
}

bool utf8_append_replacements(struct utf8_replacements *replacements, struct buffer *out,
                              struct fault *fault)
{
    if (!buffer_append(out, span_of(replacement), fault))
        return false;
    utf8_note_replacement(replacements, out->bytes, out->length);
    return true;
}

bool utf8_repair(struct span text, bool ends_inside, struct buffer *out,
                 struct utf8_replacements *replacements, struct fault *fault)
{
    size_t at = 0;
    while (at < text.length) {
        size_t valid = utf8_valid_length(span_slice(text, at, text.length));
        if (!buffer_append(out, span_slice(text, at, at + valid), fault))
            return false;
        at += valid;
        if (at == text.length)
            break;
        size_t bad_bytes;
        utf8_character_length(span_slice(text, at, text.length), &bad_bytes);
        bool is_incomplete = ends_inside && at + bad_bytes == text.length &&
                             follow_of((unsigned char)text.bytes[at]).count >= bad_bytes;
        if (is_incomplete)
            break;
        if (!utf8_append_replacements(replacements, out, fault))
            return false;
        at += bad_bytes;
    }
    return true;
}
