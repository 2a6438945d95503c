#include "input/encoding/line_form.h"

#include <stdbool.h>
#include <string.h>

#include "input/encoding/encoding_guess.h"

/* Fewer bytes prove nothing: two letters make a Chinese character. More are not needed. */
enum { TELLING_BYTES = 16, MOST_TELLING_BYTES = 64 };

enum line_form line_form_in(const struct encoding *encoding)
{
    return encoding->form == ENCODING_UTF16LE   ? LINE_UTF16LE
           : encoding->form == ENCODING_UTF16BE ? LINE_UTF16BE
                                                : LINE_EIGHT_BIT;
}

static bool starts_with(struct span bytes, struct span mark)
{
    return bytes.length >= mark.length && memcmp(bytes.bytes, mark.bytes, mark.length) == 0;
}

static bool is_text_byte(unsigned char byte)
{
    return byte >= 0x20 ? byte != 0x7F : byte == '\t' || byte == '\r' || byte == '\n';
}

static bool is_ascii_text(unsigned char byte)
{
    return byte < 0x80 && is_text_byte(byte);
}

/* Returns the bytes up to the first that is a line feed in 8 bits. */
static struct span sample_of(struct span bytes)
{
    size_t end = span_find_byte(bytes, '\n');
    return span_slice(bytes, 0, end < bytes.length ? end + 1 : end);
}

/* True for bytes behind a line of UTF-16 that are a line in 8 bits. No UTF-16 holds CR and LF side
 * by side: the characters would be unassigned, or of scripts in which no logs are written. */
static bool is_eight_bit(struct span sample)
{
    bool is_ascii = true;
    for (size_t i = 0; i < sample.length; i++) {
        if (!is_text_byte((unsigned char)sample.bytes[i]))
            return false;
        is_ascii = is_ascii && is_ascii_text((unsigned char)sample.bytes[i]);
    }
    size_t length = sample.length;
    bool has_both = length > 1 && memcmp(sample.bytes + length - 2, "\r\n", 2) == 0;
    return has_both || (is_ascii && length >= TELLING_BYTES);
}

/* True if a text in 8 bits begins, in which UTF-16 comes later: most of the first units are two
 * letters. */
static bool begins_in_eight_bits(struct span bytes)
{
    enum { FIRST_BYTES = 8, MOST_PAIRS = 2 };
    size_t pairs = 0;
    for (size_t at = 0; at < FIRST_BYTES; at += 2)
        pairs += is_ascii_text((unsigned char)bytes.bytes[at]) &&
                 is_ascii_text((unsigned char)bytes.bytes[at + 1]);
    return pairs > MOST_PAIRS;
}

/* Returns what tells whether a line without a mark is UTF-16 of this order. */
static struct span head_of(struct span bytes, enum line_form form)
{
    if (bytes.length > MOST_TELLING_BYTES)
        bytes.length = MOST_TELLING_BYTES;
    size_t end = line_form_end(bytes, form);
    return span_slice(bytes, 0, end > 0 ? end : bytes.length);
}

static enum encoding_guess_utf16 guess_of(struct span head)
{
    return head.length >= TELLING_BYTES && !begins_in_eight_bits(head) ? encoding_guess_utf16(head)
                                                                       : GUESS_NOT_UTF16;
}

/* Returns the form of a line without a mark in which there are NULs. Every line of a log may have
 * some, and both orders nearly always have one head. */
static enum line_form form_with_nul(struct span bytes, enum line_form before)
{
    struct span little = head_of(bytes, LINE_UTF16LE);
    struct span big = head_of(bytes, LINE_UTF16BE);
    enum encoding_guess_utf16 guess = guess_of(little);
    if (guess == GUESS_UTF16LE)
        return LINE_UTF16LE;
    if (big.length != little.length)
        guess = guess_of(big);
    return guess == GUESS_UTF16BE ? LINE_UTF16BE : before;
}

enum line_form line_form_of(struct span bytes, enum line_form before)
{
    if (starts_with(bytes, (struct span){"\xFF\xFE", 2}))
        return LINE_UTF16LE;
    if (starts_with(bytes, (struct span){"\xFE\xFF", 2}))
        return LINE_UTF16BE;
    if (starts_with(bytes, (struct span){"\xEF\xBB\xBF", 3}))
        return LINE_EIGHT_BIT;
    struct span sample = sample_of(bytes);
    if (span_find_byte(sample, '\0') == sample.length)
        return before != LINE_EIGHT_BIT && is_eight_bit(sample) ? LINE_EIGHT_BIT : before;
    return form_with_nul(bytes, before);
}

size_t line_form_end(struct span bytes, enum line_form form)
{
    size_t unit_bytes = form == LINE_EIGHT_BIT ? 1 : 2;
    size_t low = form == LINE_UTF16BE ? 1 : 0;
    for (size_t at = 0; at < bytes.length; at++) {
        at += span_find_byte(span_slice(bytes, at, bytes.length), '\n');
        size_t start = at - at % unit_bytes;
        if (start + unit_bytes > bytes.length)
            break;
        bool is_line_feed =
            unit_bytes == 1 || (at - start == low && bytes.bytes[start + 1 - low] == '\0');
        if (is_line_feed)
            return start + unit_bytes;
    }
    return 0;
}

static bool has_mark(struct span line)
{
    return starts_with(line, (struct span){"\xFF\xFE", 2}) ||
           starts_with(line, (struct span){"\xFE\xFF", 2});
}

/* Returns the start of the line in 8 bits that holds the byte at `end`; of the first one before it
 * that has the mark of UTF-16, in which such a line may be a part of one. */
static size_t find_line(struct span bytes, size_t end)
{
    size_t line = 0;
    for (size_t at = 0; at < end; at++) {
        if (has_mark(span_slice(bytes, at, bytes.length)))
            return at;
        line = at;
        at += span_find_byte(span_slice(bytes, at, end), '\n');
    }
    return end > 0 && bytes.bytes[end - 1] == '\n' ? end : line;
}

/* Only lines with a NUL can be UTF-16: most logs have none. */
static size_t find_utf16(struct span bytes)
{
    for (size_t at = 0; at < bytes.length;) {
        struct span rest = span_slice(bytes, at, bytes.length);
        size_t nul = span_find_byte(rest, '\0');
        if (nul == rest.length)
            break;
        at += find_line(rest, nul);
        rest = span_slice(bytes, at, bytes.length);
        if (line_form_of(rest, LINE_EIGHT_BIT) != LINE_EIGHT_BIT)
            return at;
        size_t end = line_form_end(rest, LINE_EIGHT_BIT);
        at = end > 0 ? at + end : bytes.length;
    }
    return bytes.length;
}

size_t line_form_find_change(struct span bytes, enum line_form form)
{
    if (form == LINE_EIGHT_BIT)
        return find_utf16(bytes);
    size_t high = form == LINE_UTF16LE ? 1 : 0;
    for (size_t at = 0; at + 2 <= bytes.length;) {
        struct span rest = span_slice(bytes, at, bytes.length);
        bool begins_with_ascii = rest.bytes[high] == '\0' && rest.bytes[1 - high] != '\0';
        if (!begins_with_ascii && line_form_of(rest, form) != form)
            return at;
        size_t end = line_form_end(rest, form);
        at = end > 0 ? at + end : bytes.length;
    }
    return bytes.length;
}
