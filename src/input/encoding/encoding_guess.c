#include "input/encoding/encoding_guess.h"

#include <stddef.h>
#include <stdint.h>

#include "base/count_of.h"
#include "input/encoding/cp932_score.h"
#include "input/encoding/line_index.h"
#include "text/utf8.h"

/* Counts over the lines that are not valid UTF-8. */
struct guess_evidence {
    uint64_t valid_characters; /* valid UTF-8 other than ASCII */
    uint64_t invalid_sequences;
    struct cp932_score japanese;
};

static void score_line(struct guess_evidence *evidence, struct span line)
{
    for (size_t at = 0; at < line.length;) {
        size_t invalid_bytes;
        size_t length = utf8_character_length(span_slice(line, at, line.length), &invalid_bytes);
        evidence->valid_characters += length > 1;
        evidence->invalid_sequences += length == 0;
        at += length ? length : invalid_bytes;
    }
    cp932_score_add(&evidence->japanese, line);
}

enum encoding_guess encoding_guess_eight_bit(struct span text)
{
    struct guess_evidence evidence = {0};
    for (size_t start = 0; start < text.length;) {
        start += utf8_valid_length(span_slice(text, start, text.length));
        if (start == text.length)
            break;
        /* Back to the start of the line with the first invalid byte. */
        size_t first = start;
        while (first > 0 && text.bytes[first - 1] != '\n' && text.bytes[first - 1] != '\r')
            first--;
        size_t end = line_index_first_end(text, start);
        score_line(&evidence, span_slice(text, first, end));
        start = end;
    }
    if (evidence.valid_characters >= evidence.invalid_sequences)
        return GUESS_UTF8;
    return evidence.japanese.japanese > evidence.japanese.western ? GUESS_CP932 : GUESS_CP1252;
}

/* Enough to decide, and too little to cost time. */
enum { HEAD_BYTES = 64 * 1024 };

struct unit_counts {
    size_t units;
    size_t ascii;      /* units that are printable ASCII, a tab or a line end */
    size_t line_ends;  /* of these, LF and CR */
    size_t both_ascii; /* units whose two bytes both look like ASCII letters */
    size_t unexpected; /* controls, unassigned units, scripts in which no logs are written */
};

struct unit_range {
    uint16_t first;
    uint16_t last;
};

/* The scripts of Windows' display languages, those first that ASCII reads as in the wrong order of
 * bytes; U+FFFD for what an exporter could not convert. */
static const struct unit_range expected_ranges[] = {
    {0x4E00, 0x9FFF}, {0x2000, 0x27BF}, {0x3000, 0x30FF}, {0x0009, 0x000D},
    {0x0020, 0x007E}, {0x00A0, 0x024F}, {0x0370, 0x06FF}, {0x0E00, 0x0E7F},
    {0xAC00, 0xDFFF}, {0xFF00, 0xFFEF}, {0xFFFD, 0xFFFD}, {0xFEFF, 0xFEFF},
};

static bool is_expected(uint32_t unit)
{
    for (size_t i = 0; i < COUNT_OF(expected_ranges); i++)
        if (unit >= expected_ranges[i].first && unit <= expected_ranges[i].last)
            return true;
    return false;
}

static bool is_ascii_text(uint32_t unit)
{
    return (unit >= 0x20 && unit < 0x7F) || unit == '\t' || unit == '\n' || unit == '\r';
}

static struct unit_counts count_units(struct span head, bool is_big_endian)
{
    struct unit_counts counts = {.units = head.length / 2};
    for (size_t at = 0; at + 1 < head.length; at += 2) {
        uint32_t first = (unsigned char)head.bytes[at];
        uint32_t second = (unsigned char)head.bytes[at + 1];
        uint32_t unit = is_big_endian ? first << 8 | second : second << 8 | first;
        bool is_ascii = is_ascii_text(unit);
        counts.ascii += is_ascii;
        counts.line_ends += unit == '\n' || unit == '\r';
        counts.both_ascii += is_ascii_text(first) && is_ascii_text(second);
        counts.unexpected += !is_ascii && !is_expected(unit);
    }
    return counts;
}

/* True if the units read like text. 8-bit text with a lone NUL must not pass for UTF-16: in it
 * nearly every unit is two ASCII bytes, and few or none are ASCII characters. */
static bool looks_like_text(const struct unit_counts *counts)
{
    bool has_ascii = counts->line_ends > 0 || counts->ascii * 4 >= counts->units;
    return counts->ascii > 0 && has_ascii && counts->unexpected * 8 <= counts->units &&
           counts->both_ascii * 4 <= counts->units * 3;
}

enum encoding_guess_utf16 encoding_guess_utf16(struct span head)
{
    SPAN_ASSUME_VALID(head);
    if (head.length > HEAD_BYTES)
        head.length = HEAD_BYTES;
    if (span_find_byte(head, '\0') == head.length)
        return GUESS_NOT_UTF16;
    struct unit_counts little = count_units(head, false);
    struct unit_counts big = count_units(head, true);
    bool is_little = looks_like_text(&little);
    bool is_big = looks_like_text(&big);
    if (is_little && (!is_big || little.ascii >= big.ascii))
        return GUESS_UTF16LE;
    return is_big ? GUESS_UTF16BE : GUESS_NOT_UTF16;
}
